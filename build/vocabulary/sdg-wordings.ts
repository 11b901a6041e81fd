import type { Localized } from '#shared/domain/template.ts';

/**
 * The goals and targets of resolution 70/1 by code. Targets are worded shortly by this project, to be recognised in a
 * list; the full text is the resolution's.
 */
export const sdgWordings: readonly (Localized & { readonly code: string })[] = [
  {
    code: '1',
    en: 'No poverty',
    es: 'Fin de la pobreza',
  },
  {
    code: '1.1',
    en: 'End extreme poverty',
    es: 'Acabar con la pobreza extrema',
  },
  {
    code: '1.2',
    en: 'Halve poverty as each country defines it',
    es: 'Reducir a la mitad la pobreza según cada país la define',
  },
  {
    code: '1.3',
    en: 'Social protection for all',
    es: 'Protección social para todas las personas',
  },
  {
    code: '1.4',
    en: 'Equal rights to services, property and resources',
    es: 'Iguales derechos a servicios, propiedad y recursos',
  },
  {
    code: '1.5',
    en: 'Resilience of the poor to shocks and disasters',
    es: 'Resiliencia de los pobres ante crisis y desastres',
  },
  {
    code: '1.a',
    en: 'Mobilize resources to end poverty',
    es: 'Movilizar recursos para acabar con la pobreza',
  },
  {
    code: '1.b',
    en: 'Policies in favour of the poor and attentive to gender',
    es: 'Políticas en favor de los pobres y con perspectiva de género',
  },
  {
    code: '2',
    en: 'Zero hunger',
    es: 'Hambre cero',
  },
  {
    code: '2.1',
    en: 'End hunger and assure access to food',
    es: 'Acabar con el hambre y asegurar el acceso a los alimentos',
  },
  {
    code: '2.2',
    en: 'End all forms of malnutrition',
    es: 'Acabar con todas las formas de malnutrición',
  },
  {
    code: '2.3',
    en: 'Double the income of small food producers',
    es: 'Duplicar los ingresos de los pequeños productores de alimentos',
  },
  {
    code: '2.4',
    en: 'Sustainable and resilient food production',
    es: 'Producción de alimentos sostenible y resiliente',
  },
  {
    code: '2.5',
    en: 'Keep the genetic diversity of seeds and animals',
    es: 'Conservar la diversidad genética de semillas y animales',
  },
  {
    code: '2.a',
    en: 'Invest in rural infrastructure and farm research',
    es: 'Invertir en infraestructura rural e investigación agrícola',
  },
  {
    code: '2.b',
    en: 'Remove distortions from agricultural trade',
    es: 'Corregir las distorsiones del comercio agropecuario',
  },
  {
    code: '2.c',
    en: 'Well-functioning food markets and market information',
    es: 'Buen funcionamiento e información de los mercados de alimentos',
  },
  {
    code: '3',
    en: 'Good health and well-being',
    es: 'Salud y bienestar',
  },
  {
    code: '3.1',
    en: 'Reduce maternal mortality',
    es: 'Reducir la mortalidad materna',
  },
  {
    code: '3.2',
    en: 'End preventable deaths of newborns and young children',
    es: 'Evitar muertes prevenibles de recién nacidos y niños pequeños',
  },
  {
    code: '3.3',
    en: 'End epidemics and fight communicable diseases',
    es: 'Poner fin a epidemias y combatir enfermedades transmisibles',
  },
  {
    code: '3.4',
    en: 'Fewer deaths from non-communicable diseases; mental health',
    es: 'Menos muertes por enfermedades no transmisibles; salud mental',
  },
  {
    code: '3.5',
    en: 'Prevent and treat substance abuse',
    es: 'Prevenir y tratar el abuso de sustancias',
  },
  {
    code: '3.6',
    en: 'Halve road traffic deaths and injuries',
    es: 'Reducir a la mitad las víctimas del tráfico vial',
  },
  {
    code: '3.7',
    en: 'Sexual and reproductive health services for all',
    es: 'Servicios de salud sexual y reproductiva para todas las personas',
  },
  {
    code: '3.8',
    en: 'Universal health coverage',
    es: 'Cobertura sanitaria universal',
  },
  {
    code: '3.9',
    en: 'Fewer deaths from pollution and chemicals',
    es: 'Menos muertes por contaminación y productos químicos',
  },
  {
    code: '3.a',
    en: 'Tobacco control convention',
    es: 'Convenio para el control del tabaco',
  },
  {
    code: '3.b',
    en: 'Research on and access to vaccines and medicines',
    es: 'Investigación de vacunas y medicamentos y acceso a ellos',
  },
  {
    code: '3.c',
    en: 'Health financing and health workforce',
    es: 'Financiación y personal de la salud',
  },
  {
    code: '3.d',
    en: 'Early warning of health risks',
    es: 'Alerta temprana de riesgos para la salud',
  },
  {
    code: '4',
    en: 'Quality education',
    es: 'Educación de calidad',
  },
  {
    code: '4.1',
    en: 'Free primary and secondary education',
    es: 'Enseñanza primaria y secundaria gratuita',
  },
  {
    code: '4.2',
    en: 'Early childhood development and pre-primary education',
    es: 'Desarrollo en la primera infancia y educación preescolar',
  },
  {
    code: '4.3',
    en: 'Equal access to technical and higher education',
    es: 'Acceso igualitario a la formación técnica y superior',
  },
  {
    code: '4.4',
    en: 'Skills for employment and decent work',
    es: 'Competencias para el empleo y el trabajo decente',
  },
  {
    code: '4.5',
    en: 'No disparities in access to education',
    es: 'Acceso a la educación sin disparidades',
  },
  {
    code: '4.6',
    en: 'Literacy and numeracy',
    es: 'Alfabetización y nociones de aritmética',
  },
  {
    code: '4.7',
    en: 'Learning for sustainable development and citizenship',
    es: 'Aprendizaje para el desarrollo sostenible y la ciudadanía',
  },
  {
    code: '4.a',
    en: 'Safe and inclusive places of learning',
    es: 'Lugares de aprendizaje seguros e inclusivos',
  },
  {
    code: '4.b',
    en: 'More scholarships for developing countries',
    es: 'Más becas para países en desarrollo',
  },
  {
    code: '4.c',
    en: 'More qualified teachers',
    es: 'Más docentes calificados',
  },
  {
    code: '5',
    en: 'Gender equality',
    es: 'Igualdad de género',
  },
  {
    code: '5.1',
    en: 'End discrimination against women and girls',
    es: 'Poner fin a la discriminación contra mujeres y niñas',
  },
  {
    code: '5.2',
    en: 'End violence against and trafficking of women and girls',
    es: 'Eliminar la violencia contra mujeres y niñas y su trata',
  },
  {
    code: '5.3',
    en: 'End child marriage and genital mutilation',
    es: 'Eliminar el matrimonio infantil y la mutilación genital',
  },
  {
    code: '5.4',
    en: 'Value unpaid care and domestic work',
    es: 'Valorar el trabajo de cuidados y doméstico no remunerado',
  },
  {
    code: '5.5',
    en: 'Participation and leadership of women',
    es: 'Participación y liderazgo de las mujeres',
  },
  {
    code: '5.6',
    en: 'Sexual and reproductive health and rights',
    es: 'Salud y derechos sexuales y reproductivos',
  },
  {
    code: '5.a',
    en: 'Equal rights to economic resources and property',
    es: 'Iguales derechos a recursos económicos y propiedad',
  },
  {
    code: '5.b',
    en: 'Technology that empowers women',
    es: 'Tecnología que empodere a las mujeres',
  },
  {
    code: '5.c',
    en: 'Policies and laws for gender equality',
    es: 'Políticas y leyes para la igualdad de género',
  },
  {
    code: '6',
    en: 'Clean water and sanitation',
    es: 'Agua limpia y saneamiento',
  },
  {
    code: '6.1',
    en: 'Safe and affordable drinking water',
    es: 'Agua potable segura y asequible',
  },
  {
    code: '6.2',
    en: 'Sanitation and hygiene; no open defecation',
    es: 'Saneamiento e higiene; fin de la defecación al aire libre',
  },
  {
    code: '6.3',
    en: 'Better water quality and less wastewater',
    es: 'Mejor calidad del agua y menos aguas residuales',
  },
  {
    code: '6.4',
    en: 'Efficient use of water',
    es: 'Uso eficiente del agua',
  },
  {
    code: '6.5',
    en: 'Integrated and cross-border water management',
    es: 'Gestión integrada y transfronteriza del agua',
  },
  {
    code: '6.6',
    en: 'Protect water-related ecosystems',
    es: 'Proteger los ecosistemas relacionados con el agua',
  },
  {
    code: '6.a',
    en: 'Cooperation on water and sanitation',
    es: 'Cooperación en agua y saneamiento',
  },
  {
    code: '6.b',
    en: 'Local participation in water management',
    es: 'Participación local en la gestión del agua',
  },
  {
    code: '7',
    en: 'Affordable and clean energy',
    es: 'Energía asequible y no contaminante',
  },
  {
    code: '7.1',
    en: 'Affordable, reliable and modern energy for all',
    es: 'Energía asequible, fiable y moderna para todas las personas',
  },
  {
    code: '7.2',
    en: 'More renewable energy',
    es: 'Más energía renovable',
  },
  {
    code: '7.3',
    en: 'Double the progress in energy efficiency',
    es: 'Duplicar el avance en eficiencia energética',
  },
  {
    code: '7.a',
    en: 'Cooperation on and investment in clean energy',
    es: 'Cooperación e inversión en energía limpia',
  },
  {
    code: '7.b',
    en: 'Energy infrastructure for developing countries',
    es: 'Infraestructura energética para países en desarrollo',
  },
  {
    code: '8',
    en: 'Decent work and economic growth',
    es: 'Trabajo decente y crecimiento económico',
  },
  {
    code: '8.1',
    en: 'Economic growth per person',
    es: 'Crecimiento económico por habitante',
  },
  {
    code: '8.2',
    en: 'Productivity through diversification and technology',
    es: 'Productividad mediante diversificación y tecnología',
  },
  {
    code: '8.3',
    en: 'Policies for jobs and small enterprises',
    es: 'Políticas para el empleo y las pequeñas empresas',
  },
  {
    code: '8.4',
    en: 'Growth without environmental harm',
    es: 'Crecimiento sin degradación ambiental',
  },
  {
    code: '8.5',
    en: 'Full employment and equal pay for equal work',
    es: 'Pleno empleo e igual salario por trabajo de igual valor',
  },
  {
    code: '8.6',
    en: 'Fewer young people without work or training',
    es: 'Menos jóvenes sin empleo ni formación',
  },
  {
    code: '8.7',
    en: 'End forced labour, modern slavery and child labour',
    es: 'Erradicar el trabajo forzoso, la esclavitud moderna y el trabajo infantil',
  },
  {
    code: '8.8',
    en: 'Labour rights and safe work, also for migrant workers',
    es: 'Derechos laborales y trabajo seguro, también para trabajadores migrantes',
  },
  {
    code: '8.9',
    en: 'Sustainable tourism',
    es: 'Turismo sostenible',
  },
  {
    code: '8.10',
    en: 'Access to banking and insurance',
    es: 'Acceso a servicios bancarios y de seguros',
  },
  {
    code: '8.a',
    en: 'Aid for trade',
    es: 'Ayuda para el comercio',
  },
  {
    code: '8.b',
    en: 'Strategy for youth employment',
    es: 'Estrategia para el empleo de los jóvenes',
  },
  {
    code: '9',
    en: 'Industry, innovation and infrastructure',
    es: 'Industria, innovación e infraestructura',
  },
  {
    code: '9.1',
    en: 'Reliable and accessible infrastructure, also across borders',
    es: 'Infraestructura fiable y accesible, también transfronteriza',
  },
  {
    code: '9.2',
    en: 'Inclusive and sustainable industry',
    es: 'Industria inclusiva y sostenible',
  },
  {
    code: '9.3',
    en: 'Credit and markets for small enterprises',
    es: 'Crédito y mercados para pequeñas empresas',
  },
  {
    code: '9.4',
    en: 'Cleaner infrastructure and industry',
    es: 'Infraestructura e industria más limpias',
  },
  {
    code: '9.5',
    en: 'Research and technological capacity',
    es: 'Investigación y capacidad tecnológica',
  },
  {
    code: '9.a',
    en: 'Support infrastructure in developing countries',
    es: 'Apoyar la infraestructura en países en desarrollo',
  },
  {
    code: '9.b',
    en: 'Domestic technology in developing countries',
    es: 'Tecnología nacional en países en desarrollo',
  },
  {
    code: '9.c',
    en: 'Access to communications and the Internet',
    es: 'Acceso a las comunicaciones y a Internet',
  },
  {
    code: '10',
    en: 'Reduced inequalities',
    es: 'Reducción de las desigualdades',
  },
  {
    code: '10.1',
    en: 'Faster income growth of the poorest 40 per cent',
    es: 'Mayor crecimiento de los ingresos del 40 % más pobre',
  },
  {
    code: '10.2',
    en: 'Social, economic and political inclusion of all',
    es: 'Inclusión social, económica y política de todas las personas',
  },
  {
    code: '10.3',
    en: 'Equal opportunities and an end to discriminatory laws',
    es: 'Igualdad de oportunidades y fin de leyes discriminatorias',
  },
  {
    code: '10.4',
    en: 'Fiscal, wage and social policies for equality',
    es: 'Políticas fiscales, salariales y sociales para la igualdad',
  },
  {
    code: '10.5',
    en: 'Regulation of global financial markets',
    es: 'Regulación de los mercados financieros mundiales',
  },
  {
    code: '10.6',
    en: 'Voice of developing countries in global institutions',
    es: 'Voz de los países en desarrollo en instituciones mundiales',
  },
  {
    code: '10.7',
    en: 'Orderly, safe, regular and responsible migration',
    es: 'Migración ordenada, segura, regular y responsable',
  },
  {
    code: '10.a',
    en: 'Special and differential treatment in trade',
    es: 'Trato especial y diferenciado en el comercio',
  },
  {
    code: '10.b',
    en: 'Development aid and investment where needed most',
    es: 'Asistencia e inversión donde más se necesitan',
  },
  {
    code: '10.c',
    en: 'Cheaper remittances, below 3 per cent',
    es: 'Remesas más baratas, por debajo del 3 %',
  },
  {
    code: '11',
    en: 'Sustainable cities and communities',
    es: 'Ciudades y comunidades sostenibles',
  },
  {
    code: '11.1',
    en: 'Housing, basic services and better slums',
    es: 'Vivienda, servicios básicos y mejora de barrios marginales',
  },
  {
    code: '11.2',
    en: 'Safe and accessible transport',
    es: 'Transporte seguro y accesible',
  },
  {
    code: '11.3',
    en: 'Inclusive and participatory urban planning',
    es: 'Urbanización inclusiva y planificación participativa',
  },
  {
    code: '11.4',
    en: 'Protect cultural and natural heritage',
    es: 'Proteger el patrimonio cultural y natural',
  },
  {
    code: '11.5',
    en: 'Fewer victims and losses from disasters',
    es: 'Menos víctimas y pérdidas por desastres',
  },
  {
    code: '11.6',
    en: 'Smaller environmental impact of cities',
    es: 'Menor impacto ambiental de las ciudades',
  },
  {
    code: '11.7',
    en: 'Safe green and public spaces',
    es: 'Zonas verdes y espacios públicos seguros',
  },
  {
    code: '11.a',
    en: 'Links between cities and rural areas',
    es: 'Vínculos entre zonas urbanas y rurales',
  },
  {
    code: '11.b',
    en: 'City plans for inclusion, climate and disasters',
    es: 'Planes urbanos para inclusión, clima y desastres',
  },
  {
    code: '11.c',
    en: 'Sustainable building in least developed countries',
    es: 'Construcción sostenible en los países menos adelantados',
  },
  {
    code: '12',
    en: 'Responsible consumption and production',
    es: 'Producción y consumo responsables',
  },
  {
    code: '12.1',
    en: 'Programmes on sustainable consumption and production',
    es: 'Programas de consumo y producción sostenibles',
  },
  {
    code: '12.2',
    en: 'Efficient use of natural resources',
    es: 'Uso eficiente de los recursos naturales',
  },
  {
    code: '12.3',
    en: 'Halve food waste',
    es: 'Reducir a la mitad el desperdicio de alimentos',
  },
  {
    code: '12.4',
    en: 'Sound management of chemicals and waste',
    es: 'Gestión racional de productos químicos y desechos',
  },
  {
    code: '12.5',
    en: 'Less waste through reuse and recycling',
    es: 'Menos desechos mediante reutilización y reciclado',
  },
  {
    code: '12.6',
    en: 'Companies that report on sustainability',
    es: 'Empresas que informen sobre su sostenibilidad',
  },
  {
    code: '12.7',
    en: 'Sustainable public procurement',
    es: 'Contratación pública sostenible',
  },
  {
    code: '12.8',
    en: 'Information for sustainable lifestyles',
    es: 'Información para estilos de vida sostenibles',
  },
  {
    code: '12.a',
    en: 'Scientific capacity for sustainable consumption',
    es: 'Capacidad científica para un consumo sostenible',
  },
  {
    code: '12.b',
    en: 'Monitor the effects of sustainable tourism',
    es: 'Seguimiento de los efectos del turismo sostenible',
  },
  {
    code: '12.c',
    en: 'Rationalize fossil fuel subsidies',
    es: 'Racionalizar los subsidios a combustibles fósiles',
  },
  {
    code: '13',
    en: 'Climate action',
    es: 'Acción por el clima',
  },
  {
    code: '13.1',
    en: 'Resilience to climate hazards and disasters',
    es: 'Resiliencia ante riesgos climáticos y desastres',
  },
  {
    code: '13.2',
    en: 'Climate change in national policies',
    es: 'El cambio climático en las políticas nacionales',
  },
  {
    code: '13.3',
    en: 'Education and capacity on climate change',
    es: 'Educación y capacidad sobre el cambio climático',
  },
  {
    code: '13.a',
    en: 'Climate finance and the Green Climate Fund',
    es: 'Financiación climática y Fondo Verde para el Clima',
  },
  {
    code: '13.b',
    en: 'Climate planning in least developed and island countries',
    es: 'Planificación climática en países menos adelantados e insulares',
  },
  {
    code: '14',
    en: 'Life below water',
    es: 'Vida submarina',
  },
  {
    code: '14.1',
    en: 'Reduce marine pollution',
    es: 'Reducir la contaminación marina',
  },
  {
    code: '14.2',
    en: 'Protect marine and coastal ecosystems',
    es: 'Proteger los ecosistemas marinos y costeros',
  },
  {
    code: '14.3',
    en: 'Reduce ocean acidification',
    es: 'Reducir la acidificación de los océanos',
  },
  {
    code: '14.4',
    en: 'End overfishing and illegal fishing',
    es: 'Poner fin a la sobrepesca y la pesca ilegal',
  },
  {
    code: '14.5',
    en: 'Conserve coastal and marine areas',
    es: 'Conservar zonas costeras y marinas',
  },
  {
    code: '14.6',
    en: 'End harmful fishing subsidies',
    es: 'Eliminar los subsidios pesqueros perjudiciales',
  },
  {
    code: '14.7',
    en: 'Benefits of the sea for small island States',
    es: 'Beneficios del mar para los pequeños Estados insulares',
  },
  {
    code: '14.a',
    en: 'Marine science and technology',
    es: 'Ciencia y tecnología marinas',
  },
  {
    code: '14.b',
    en: 'Access of small-scale fishers to sea and markets',
    es: 'Acceso de la pesca artesanal al mar y a los mercados',
  },
  {
    code: '14.c',
    en: 'Apply the international law of the sea',
    es: 'Aplicar el derecho internacional del mar',
  },
  {
    code: '15',
    en: 'Life on land',
    es: 'Vida de ecosistemas terrestres',
  },
  {
    code: '15.1',
    en: 'Conserve land and freshwater ecosystems',
    es: 'Conservar los ecosistemas terrestres y de agua dulce',
  },
  {
    code: '15.2',
    en: 'Sustainable forests and an end to deforestation',
    es: 'Bosques sostenibles y fin de la deforestación',
  },
  {
    code: '15.3',
    en: 'Combat desertification and restore land',
    es: 'Combatir la desertificación y rehabilitar las tierras',
  },
  {
    code: '15.4',
    en: 'Conserve mountain ecosystems',
    es: 'Conservar los ecosistemas montañosos',
  },
  {
    code: '15.5',
    en: 'Halt the loss of biodiversity',
    es: 'Detener la pérdida de biodiversidad',
  },
  {
    code: '15.6',
    en: 'Share the benefits of genetic resources',
    es: 'Compartir los beneficios de los recursos genéticos',
  },
  {
    code: '15.7',
    en: 'End poaching and trafficking of species',
    es: 'Poner fin a la caza furtiva y al tráfico de especies',
  },
  {
    code: '15.8',
    en: 'Prevent invasive alien species',
    es: 'Prevenir las especies exóticas invasoras',
  },
  {
    code: '15.9',
    en: 'Ecosystem values in planning',
    es: 'Los valores de los ecosistemas en la planificación',
  },
  {
    code: '15.a',
    en: 'Finance for biodiversity',
    es: 'Financiación para la biodiversidad',
  },
  {
    code: '15.b',
    en: 'Finance for sustainable forests',
    es: 'Financiación para bosques sostenibles',
  },
  {
    code: '15.c',
    en: 'Fight poaching with local livelihoods',
    es: 'Combatir la caza furtiva con medios de vida locales',
  },
  {
    code: '16',
    en: 'Peace, justice and strong institutions',
    es: 'Paz, justicia e instituciones sólidas',
  },
  {
    code: '16.1',
    en: 'Less violence and fewer violent deaths',
    es: 'Menos violencia y menos muertes violentas',
  },
  {
    code: '16.2',
    en: 'End abuse, exploitation and trafficking of children',
    es: 'Poner fin al maltrato, la explotación y la trata de niños',
  },
  {
    code: '16.3',
    en: 'Rule of law and equal access to justice',
    es: 'Estado de derecho e igual acceso a la justicia',
  },
  {
    code: '16.4',
    en: 'Less illicit finance, fewer arms, less organized crime',
    es: 'Menos flujos ilícitos, armas y delincuencia organizada',
  },
  {
    code: '16.5',
    en: 'Less corruption and bribery',
    es: 'Menos corrupción y soborno',
  },
  {
    code: '16.6',
    en: 'Effective and accountable institutions',
    es: 'Instituciones eficaces que rindan cuentas',
  },
  {
    code: '16.7',
    en: 'Inclusive and participatory decisions',
    es: 'Decisiones inclusivas y participativas',
  },
  {
    code: '16.8',
    en: 'Developing countries in global governance',
    es: 'Los países en desarrollo en la gobernanza mundial',
  },
  {
    code: '16.9',
    en: 'Legal identity and birth registration',
    es: 'Identidad jurídica y registro de nacimientos',
  },
  {
    code: '16.10',
    en: 'Access to information and fundamental freedoms',
    es: 'Acceso a la información y libertades fundamentales',
  },
  {
    code: '16.a',
    en: 'Institutions that prevent violence and crime',
    es: 'Instituciones que prevengan la violencia y la delincuencia',
  },
  {
    code: '16.b',
    en: 'Laws and policies without discrimination',
    es: 'Leyes y políticas no discriminatorias',
  },
  {
    code: '17',
    en: 'Partnerships for the goals',
    es: 'Alianzas para lograr los objetivos',
  },
  {
    code: '17.1',
    en: 'Domestic revenue and tax collection',
    es: 'Ingresos internos y recaudación fiscal',
  },
  {
    code: '17.2',
    en: 'Keep commitments on development assistance',
    es: 'Cumplir los compromisos de asistencia para el desarrollo',
  },
  {
    code: '17.3',
    en: 'More sources of finance for developing countries',
    es: 'Más fuentes de financiación para países en desarrollo',
  },
  {
    code: '17.4',
    en: 'Sustainable debt',
    es: 'Deuda sostenible',
  },
  {
    code: '17.5',
    en: 'Investment promotion for least developed countries',
    es: 'Promoción de inversiones en los países menos adelantados',
  },
  {
    code: '17.6',
    en: 'Cooperation on science, technology and knowledge',
    es: 'Cooperación en ciencia, tecnología y conocimientos',
  },
  {
    code: '17.7',
    en: 'Environmentally sound technologies',
    es: 'Tecnologías ecológicamente racionales',
  },
  {
    code: '17.8',
    en: 'Technology and innovation capacity',
    es: 'Capacidad tecnológica y de innovación',
  },
  {
    code: '17.9',
    en: 'Support for capacity-building',
    es: 'Apoyo a la creación de capacidad',
  },
  {
    code: '17.10',
    en: 'Rules-based and fair trade system',
    es: 'Sistema de comercio equitativo y basado en normas',
  },
  {
    code: '17.11',
    en: 'More exports of developing countries',
    es: 'Más exportaciones de los países en desarrollo',
  },
  {
    code: '17.12',
    en: 'Duty-free market access for least developed countries',
    es: 'Acceso libre de derechos para los países menos adelantados',
  },
  {
    code: '17.13',
    en: 'Global macroeconomic stability',
    es: 'Estabilidad macroeconómica mundial',
  },
  {
    code: '17.14',
    en: 'Coherent policies for sustainable development',
    es: 'Políticas coherentes para el desarrollo sostenible',
  },
  {
    code: '17.15',
    en: 'Respect for each country’s own policies',
    es: 'Respeto de las políticas propias de cada país',
  },
  {
    code: '17.16',
    en: 'Global partnership for sustainable development',
    es: 'Alianza mundial para el desarrollo sostenible',
  },
  {
    code: '17.17',
    en: 'Public, private and civil society partnerships',
    es: 'Alianzas públicas, privadas y de la sociedad civil',
  },
  {
    code: '17.18',
    en: 'Timely data, disaggregated also by migratory status',
    es: 'Datos oportunos, desglosados también por estatus migratorio',
  },
  {
    code: '17.19',
    en: 'Measure progress beyond economic output',
    es: 'Medir el progreso más allá del producto económico',
  },
];
