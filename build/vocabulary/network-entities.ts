import type { Localized } from '#shared/domain/template.ts';
import type { Term } from '#shared/domain/vocabulary.ts';

const entities: readonly (Localized & { readonly code: string })[] = [
  {
    code: 'DESA',
    en: 'Department of Economic and Social Affairs',
    es: 'Departamento de Asuntos Económicos y Sociales',
  },
  {
    code: 'ECA',
    en: 'Economic Commission for Africa',
    es: 'Comisión Económica para África',
  },
  {
    code: 'ECE',
    en: 'Economic Commission for Europe',
    es: 'Comisión Económica para Europa',
  },
  {
    code: 'ECLAC',
    en: 'Economic Commission for Latin America and the Caribbean',
    es: 'Comisión Económica para América Latina y el Caribe',
  },
  {
    code: 'ESCAP',
    en: 'Economic and Social Commission for Asia and the Pacific',
    es: 'Comisión Económica y Social para Asia y el Pacífico',
  },
  {
    code: 'ESCWA',
    en: 'Economic and Social Commission for Western Asia',
    es: 'Comisión Económica y Social para Asia Occidental',
  },
  {
    code: 'FAO',
    en: 'Food and Agriculture Organization of the United Nations',
    es: 'Organización de las Naciones Unidas para la Alimentación y la Agricultura',
  },
  {
    code: 'IFAD',
    en: 'International Fund for Agricultural Development',
    es: 'Fondo Internacional de Desarrollo Agrícola',
  },
  {
    code: 'ILO',
    en: 'International Labour Organization',
    es: 'Organización Internacional del Trabajo',
  },
  {
    code: 'IOM',
    en: 'International Organization for Migration',
    es: 'Organización Internacional para las Migraciones',
  },
  {
    code: 'ITC',
    en: 'International Trade Centre',
    es: 'Centro de Comercio Internacional',
  },
  {
    code: 'OCHA',
    en: 'Office for the Coordination of Humanitarian Affairs',
    es: 'Oficina de Coordinación de Asuntos Humanitarios',
  },
  {
    code: 'OHCHR',
    en: 'Office of the United Nations High Commissioner for Human Rights',
    es: 'Oficina del Alto Comisionado de las Naciones Unidas para los Derechos Humanos',
  },
  {
    code: 'UNAIDS',
    en: 'Joint United Nations Programme on HIV/AIDS',
    es: 'Programa Conjunto de las Naciones Unidas sobre el VIH/Sida',
  },
  {
    code: 'UNCDF',
    en: 'United Nations Capital Development Fund',
    es: 'Fondo de las Naciones Unidas para el Desarrollo de la Capitalización',
  },
  {
    code: 'UNCTAD',
    en: 'United Nations Conference on Trade and Development',
    es: 'Conferencia de las Naciones Unidas sobre Comercio y Desarrollo',
  },
  {
    code: 'UNDP',
    en: 'United Nations Development Programme',
    es: 'Programa de las Naciones Unidas para el Desarrollo',
  },
  {
    code: 'UNDRR',
    en: 'United Nations Office for Disaster Risk Reduction',
    es: 'Oficina de las Naciones Unidas para la Reducción del Riesgo de Desastres',
  },
  {
    code: 'UNEP',
    en: 'United Nations Environment Programme',
    es: 'Programa de las Naciones Unidas para el Medio Ambiente',
  },
  {
    code: 'UNESCO',
    en: 'United Nations Educational, Scientific and Cultural Organization',
    es: 'Organización de las Naciones Unidas para la Educación, la Ciencia y la Cultura',
  },
  {
    code: 'UNFPA',
    en: 'United Nations Population Fund',
    es: 'Fondo de Población de las Naciones Unidas',
  },
  {
    code: 'UN-Habitat',
    en: 'United Nations Human Settlements Programme',
    es: 'Programa de las Naciones Unidas para los Asentamientos Humanos',
  },
  {
    code: 'UNHCR',
    en: 'Office of the United Nations High Commissioner for Refugees',
    es: 'Oficina del Alto Comisionado de las Naciones Unidas para los Refugiados',
  },
  {
    code: 'UNICEF',
    en: 'United Nations Children’s Fund',
    es: 'Fondo de las Naciones Unidas para la Infancia',
  },
  {
    code: 'UNIDO',
    en: 'United Nations Industrial Development Organization',
    es: 'Organización de las Naciones Unidas para el Desarrollo Industrial',
  },
  {
    code: 'UNITAR',
    en: 'United Nations Institute for Training and Research',
    es: 'Instituto de las Naciones Unidas para Formación Profesional e Investigaciones',
  },
  {
    code: 'UNODC',
    en: 'United Nations Office on Drugs and Crime',
    es: 'Oficina de las Naciones Unidas contra la Droga y el Delito',
  },
  {
    code: 'UNOPS',
    en: 'United Nations Office for Project Services',
    es: 'Oficina de las Naciones Unidas de Servicios para Proyectos',
  },
  {
    code: 'UNU',
    en: 'United Nations University',
    es: 'Universidad de las Naciones Unidas',
  },
  {
    code: 'UN Women',
    en: 'United Nations Entity for Gender Equality and the Empowerment of Women',
    es: 'Entidad de las Naciones Unidas para la Igualdad de Género y el Empoderamiento de las Mujeres',
  },
  {
    code: 'UPU',
    en: 'Universal Postal Union',
    es: 'Unión Postal Universal',
  },
  {
    code: 'WFP',
    en: 'World Food Programme',
    es: 'Programa Mundial de Alimentos',
  },
  {
    code: 'WHO',
    en: 'World Health Organization',
    es: 'Organización Mundial de la Salud',
  },
  {
    code: 'World Bank',
    en: 'World Bank',
    es: 'Banco Mundial',
  },
];

/**
 * Entities of the United Nations system that work in the Network on Migration, to be suggested where a
 * form asks for an organization. Assumed: written without the Network's own list at hand; a name that is
 * not here is as good as one that is.
 */
export const networkEntities: readonly Term[] = entities.map(({ code, ...name }) => ({ code, name }));
