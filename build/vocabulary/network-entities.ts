import type { Term } from '#shared/domain/vocabulary.ts';

const entity = (code: string, en: string, es: string): Term => ({ code, name: { en, es } });

/**
 * Entities of the United Nations system that work in the Network on Migration, to be suggested where a
 * form asks for an organization. Assumed: written without the Network's own list at hand; a name that is
 * not here is as good as one that is.
 */
export const networkEntities: readonly Term[] = [
  entity(
    'DESA',
    'Department of Economic and Social Affairs',
    'Departamento de Asuntos Económicos y Sociales',
  ),
  entity('ECA', 'Economic Commission for Africa', 'Comisión Económica para África'),
  entity('ECE', 'Economic Commission for Europe', 'Comisión Económica para Europa'),
  entity(
    'ECLAC',
    'Economic Commission for Latin America and the Caribbean',
    'Comisión Económica para América Latina y el Caribe',
  ),
  entity(
    'ESCAP',
    'Economic and Social Commission for Asia and the Pacific',
    'Comisión Económica y Social para Asia y el Pacífico',
  ),
  entity(
    'ESCWA',
    'Economic and Social Commission for Western Asia',
    'Comisión Económica y Social para Asia Occidental',
  ),
  entity(
    'FAO',
    'Food and Agriculture Organization of the United Nations',
    'Organización de las Naciones Unidas para la Alimentación y la Agricultura',
  ),
  entity(
    'IFAD',
    'International Fund for Agricultural Development',
    'Fondo Internacional de Desarrollo Agrícola',
  ),
  entity('ILO', 'International Labour Organization', 'Organización Internacional del Trabajo'),
  entity(
    'IOM',
    'International Organization for Migration',
    'Organización Internacional para las Migraciones',
  ),
  entity('ITC', 'International Trade Centre', 'Centro de Comercio Internacional'),
  entity(
    'OCHA',
    'Office for the Coordination of Humanitarian Affairs',
    'Oficina de Coordinación de Asuntos Humanitarios',
  ),
  entity(
    'OHCHR',
    'Office of the United Nations High Commissioner for Human Rights',
    'Oficina del Alto Comisionado de las Naciones Unidas para los Derechos Humanos',
  ),
  entity(
    'UNAIDS',
    'Joint United Nations Programme on HIV/AIDS',
    'Programa Conjunto de las Naciones Unidas sobre el VIH/Sida',
  ),
  entity(
    'UNCDF',
    'United Nations Capital Development Fund',
    'Fondo de las Naciones Unidas para el Desarrollo de la Capitalización',
  ),
  entity(
    'UNCTAD',
    'United Nations Conference on Trade and Development',
    'Conferencia de las Naciones Unidas sobre Comercio y Desarrollo',
  ),
  entity(
    'UNDP',
    'United Nations Development Programme',
    'Programa de las Naciones Unidas para el Desarrollo',
  ),
  entity(
    'UNDRR',
    'United Nations Office for Disaster Risk Reduction',
    'Oficina de las Naciones Unidas para la Reducción del Riesgo de Desastres',
  ),
  entity(
    'UNEP',
    'United Nations Environment Programme',
    'Programa de las Naciones Unidas para el Medio Ambiente',
  ),
  entity(
    'UNESCO',
    'United Nations Educational, Scientific and Cultural Organization',
    'Organización de las Naciones Unidas para la Educación, la Ciencia y la Cultura',
  ),
  entity('UNFPA', 'United Nations Population Fund', 'Fondo de Población de las Naciones Unidas'),
  entity(
    'UN-Habitat',
    'United Nations Human Settlements Programme',
    'Programa de las Naciones Unidas para los Asentamientos Humanos',
  ),
  entity(
    'UNHCR',
    'Office of the United Nations High Commissioner for Refugees',
    'Oficina del Alto Comisionado de las Naciones Unidas para los Refugiados',
  ),
  entity('UNICEF', 'United Nations Children’s Fund', 'Fondo de las Naciones Unidas para la Infancia'),
  entity(
    'UNIDO',
    'United Nations Industrial Development Organization',
    'Organización de las Naciones Unidas para el Desarrollo Industrial',
  ),
  entity(
    'UNITAR',
    'United Nations Institute for Training and Research',
    'Instituto de las Naciones Unidas para Formación Profesional e Investigaciones',
  ),
  entity(
    'UNODC',
    'United Nations Office on Drugs and Crime',
    'Oficina de las Naciones Unidas contra la Droga y el Delito',
  ),
  entity(
    'UNOPS',
    'United Nations Office for Project Services',
    'Oficina de las Naciones Unidas de Servicios para Proyectos',
  ),
  entity('UNU', 'United Nations University', 'Universidad de las Naciones Unidas'),
  entity(
    'UN Women',
    'United Nations Entity for Gender Equality and the Empowerment of Women',
    'Entidad de las Naciones Unidas para la Igualdad de Género y el Empoderamiento de las Mujeres',
  ),
  entity('UPU', 'Universal Postal Union', 'Unión Postal Universal'),
  entity('WFP', 'World Food Programme', 'Programa Mundial de Alimentos'),
  entity('WHO', 'World Health Organization', 'Organización Mundial de la Salud'),
  entity('World Bank', 'World Bank', 'Banco Mundial'),
];
