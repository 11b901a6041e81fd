import type { Localized } from '#shared/domain/template.ts';
import type { Term } from '#shared/domain/vocabulary.ts';

const entities: readonly (Localized & { readonly code: string })[] = [
  {
    code: 'DESA',
    en: 'Department of Economic and Social Affairs',
    es: 'Departamento de Asuntos Económicos y Sociales',
    fr: 'Département des affaires économiques et sociales',
  },
  {
    code: 'ECA',
    en: 'Economic Commission for Africa',
    es: 'Comisión Económica para África',
    fr: 'Commission économique pour l’Afrique',
  },
  {
    code: 'ECE',
    en: 'Economic Commission for Europe',
    es: 'Comisión Económica para Europa',
    fr: 'Commission économique pour l’Europe',
  },
  {
    code: 'ECLAC',
    en: 'Economic Commission for Latin America and the Caribbean',
    es: 'Comisión Económica para América Latina y el Caribe',
    fr: 'Commission économique pour l’Amérique latine et les Caraïbes',
  },
  {
    code: 'ESCAP',
    en: 'Economic and Social Commission for Asia and the Pacific',
    es: 'Comisión Económica y Social para Asia y el Pacífico',
    fr: 'Commission économique et sociale pour l’Asie et le Pacifique',
  },
  {
    code: 'ESCWA',
    en: 'Economic and Social Commission for Western Asia',
    es: 'Comisión Económica y Social para Asia Occidental',
    fr: 'Commission économique et sociale pour l’Asie occidentale',
  },
  {
    code: 'FAO',
    en: 'Food and Agriculture Organization of the United Nations',
    es: 'Organización de las Naciones Unidas para la Alimentación y la Agricultura',
    fr: 'Organisation des Nations Unies pour l’alimentation et l’agriculture',
  },
  {
    code: 'IFAD',
    en: 'International Fund for Agricultural Development',
    es: 'Fondo Internacional de Desarrollo Agrícola',
    fr: 'Fonds international de développement agricole',
  },
  {
    code: 'ILO',
    en: 'International Labour Organization',
    es: 'Organización Internacional del Trabajo',
    fr: 'Organisation internationale du Travail',
  },
  {
    code: 'IOM',
    en: 'International Organization for Migration',
    es: 'Organización Internacional para las Migraciones',
    fr: 'Organisation internationale pour les migrations',
  },
  {
    code: 'ITC',
    en: 'International Trade Centre',
    es: 'Centro de Comercio Internacional',
    fr: 'Centre du commerce international',
  },
  {
    code: 'OCHA',
    en: 'Office for the Coordination of Humanitarian Affairs',
    es: 'Oficina de Coordinación de Asuntos Humanitarios',
    fr: 'Bureau de la coordination des affaires humanitaires',
  },
  {
    code: 'OHCHR',
    en: 'Office of the United Nations High Commissioner for Human Rights',
    es: 'Oficina del Alto Comisionado de las Naciones Unidas para los Derechos Humanos',
    fr: 'Haut-Commissariat des Nations Unies aux droits de l’homme',
  },
  {
    code: 'UNAIDS',
    en: 'Joint United Nations Programme on HIV/AIDS',
    es: 'Programa Conjunto de las Naciones Unidas sobre el VIH/Sida',
    fr: 'Programme commun des Nations Unies sur le VIH/sida',
  },
  {
    code: 'UNCDF',
    en: 'United Nations Capital Development Fund',
    es: 'Fondo de las Naciones Unidas para el Desarrollo de la Capitalización',
    fr: 'Fonds d’équipement des Nations Unies',
  },
  {
    code: 'UNCTAD',
    en: 'United Nations Conference on Trade and Development',
    es: 'Conferencia de las Naciones Unidas sobre Comercio y Desarrollo',
    fr: 'Conférence des Nations Unies sur le commerce et le développement',
  },
  {
    code: 'UNDP',
    en: 'United Nations Development Programme',
    es: 'Programa de las Naciones Unidas para el Desarrollo',
    fr: 'Programme des Nations Unies pour le développement',
  },
  {
    code: 'UNDRR',
    en: 'United Nations Office for Disaster Risk Reduction',
    es: 'Oficina de las Naciones Unidas para la Reducción del Riesgo de Desastres',
    fr: 'Bureau des Nations Unies pour la réduction des risques de catastrophe',
  },
  {
    code: 'UNEP',
    en: 'United Nations Environment Programme',
    es: 'Programa de las Naciones Unidas para el Medio Ambiente',
    fr: 'Programme des Nations Unies pour l’environnement',
  },
  {
    code: 'UNESCO',
    en: 'United Nations Educational, Scientific and Cultural Organization',
    es: 'Organización de las Naciones Unidas para la Educación, la Ciencia y la Cultura',
    fr: 'Organisation des Nations Unies pour l’éducation, la science et la culture',
  },
  {
    code: 'UNFPA',
    en: 'United Nations Population Fund',
    es: 'Fondo de Población de las Naciones Unidas',
    fr: 'Fonds des Nations Unies pour la population',
  },
  {
    code: 'UN-Habitat',
    en: 'United Nations Human Settlements Programme',
    es: 'Programa de las Naciones Unidas para los Asentamientos Humanos',
    fr: 'Programme des Nations Unies pour les établissements humains',
  },
  {
    code: 'UNHCR',
    en: 'Office of the United Nations High Commissioner for Refugees',
    es: 'Oficina del Alto Comisionado de las Naciones Unidas para los Refugiados',
    fr: 'Haut-Commissariat des Nations Unies pour les réfugiés',
  },
  {
    code: 'UNICEF',
    en: 'United Nations Children’s Fund',
    es: 'Fondo de las Naciones Unidas para la Infancia',
    fr: 'Fonds des Nations Unies pour l’enfance',
  },
  {
    code: 'UNIDO',
    en: 'United Nations Industrial Development Organization',
    es: 'Organización de las Naciones Unidas para el Desarrollo Industrial',
    fr: 'Organisation des Nations Unies pour le développement industriel',
  },
  {
    code: 'UNITAR',
    en: 'United Nations Institute for Training and Research',
    es: 'Instituto de las Naciones Unidas para Formación Profesional e Investigaciones',
    fr: 'Institut des Nations Unies pour la formation et la recherche',
  },
  {
    code: 'UNODC',
    en: 'United Nations Office on Drugs and Crime',
    es: 'Oficina de las Naciones Unidas contra la Droga y el Delito',
    fr: 'Office des Nations Unies contre la drogue et le crime',
  },
  {
    code: 'UNOPS',
    en: 'United Nations Office for Project Services',
    es: 'Oficina de las Naciones Unidas de Servicios para Proyectos',
    fr: 'Bureau des Nations Unies pour les services d’appui aux projets',
  },
  {
    code: 'UNU',
    en: 'United Nations University',
    es: 'Universidad de las Naciones Unidas',
    fr: 'Université des Nations Unies',
  },
  {
    code: 'UN Women',
    en: 'United Nations Entity for Gender Equality and the Empowerment of Women',
    es: 'Entidad de las Naciones Unidas para la Igualdad de Género y el Empoderamiento de las Mujeres',
    fr: 'Entité des Nations Unies pour l’égalité des sexes et l’autonomisation des femmes',
  },
  {
    code: 'UPU',
    en: 'Universal Postal Union',
    es: 'Unión Postal Universal',
    fr: 'Union postale universelle',
  },
  {
    code: 'WFP',
    en: 'World Food Programme',
    es: 'Programa Mundial de Alimentos',
    fr: 'Programme alimentaire mondial',
  },
  {
    code: 'WHO',
    en: 'World Health Organization',
    es: 'Organización Mundial de la Salud',
    fr: 'Organisation mondiale de la Santé',
  },
  {
    code: 'World Bank',
    en: 'World Bank',
    es: 'Banco Mundial',
    fr: 'Banque mondiale',
  },
];

/**
 * Entities of the United Nations system that work in the Network on Migration, to be suggested where a
 * form asks for an organization. Assumed: written without the Network's own list at hand; a name that is
 * not here is as good as one that is.
 */
export const networkEntities: readonly Term[] = entities.map(({ code, ...name }) => ({ code, name }));
