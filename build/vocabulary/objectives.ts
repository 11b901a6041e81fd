import type { Term } from '#shared/domain/vocabulary.ts';

/** The 23 objectives of the Global Compact, General Assembly resolution 73/195; short names as the Network uses them. */
export const objectives: readonly Term[] = [
  {
    code: '1',
    name: {
      en: 'Collect and utilize accurate and disaggregated data as a basis for evidence-based policies',
      es: 'Recopilar y utilizar datos exactos y desglosados para formular políticas con base empírica',
      fr: 'Collecter et utiliser des données précises et ventilées qui serviront à l’élaboration de politiques fondées sur la connaissance des faits',
      ar: 'جمع البيانات الدقيقة والمصنفة واستخدامها كأساس لوضع سياسات قائمة على الأدلة',
    },
    short: {
      en: 'Data',
      es: 'Datos',
      fr: 'Données',
      ar: 'البيانات',
    },
  },
  {
    code: '2',
    name: {
      en: 'Minimize the adverse drivers and structural factors that compel people to leave their country of origin',
      es: 'Minimizar los factores adversos y estructurales que obligan a las personas a abandonar su país de origen',
      fr: 'Lutter contre les facteurs négatifs et les problèmes structurels qui poussent des personnes à quitter leur pays d’origine',
      ar: 'تقليص الدوافع السلبية والعوامل الهيكلية التي تضطر الناس إلى مغادرة بلدانهم الأصلية',
    },
    short: {
      en: 'Minimize adverse drivers',
      es: 'Minimizar factores adversos',
      fr: 'Lutter contre les facteurs négatifs',
      ar: 'تقليص الدوافع السلبية',
    },
  },
  {
    code: '3',
    name: {
      en: 'Provide accurate and timely information at all stages of migration',
      es: 'Proporcionar información exacta y oportuna en todas las etapas de la migración',
      fr: 'Fournir dans les meilleurs délais des informations exactes à toutes les étapes de la migration',
      ar: 'توفير معلومات دقيقة في الوقت المناسب في جميع مراحل الهجرة',
    },
    short: {
      en: 'Information provision',
      es: 'Proporcionar información',
      fr: 'Fourniture d’informations',
      ar: 'توفير المعلومات',
    },
  },
  {
    code: '4',
    name: {
      en: 'Ensure that all migrants have proof of legal identity and adequate documentation',
      es: 'Velar por que todos los migrantes tengan pruebas de su identidad jurídica y documentación adecuada',
      fr: 'Munir tous les migrants d’une preuve d’identité légale et de papiers adéquats',
      ar: 'ضمان حيازة جميع المهاجرين ما يثبت هويتهم القانونية والوثائق الكافية',
    },
    short: {
      en: 'Legal identity and documentation',
      es: 'Identidad jurídica y documentación',
      fr: 'Identité légale et papiers',
      ar: 'الهوية القانونية والوثائق',
    },
  },
  {
    code: '5',
    name: {
      en: 'Enhance availability and flexibility of pathways for regular migration',
      es: 'Aumentar la disponibilidad y flexibilidad de las vías de migración regular',
      fr: 'Faire en sorte que les filières de migration régulière soient accessibles et plus souples',
      ar: 'تعزيز توافر مسارات الهجرة النظامية ومرونتها',
    },
    short: {
      en: 'Regular pathways',
      es: 'Vías de migración regular',
      fr: 'Filières de migration régulière',
      ar: 'مسارات الهجرة النظامية',
    },
  },
  {
    code: '6',
    name: {
      en: 'Facilitate fair and ethical recruitment and safeguard conditions that ensure decent work',
      es: 'Facilitar la contratación equitativa y ética y salvaguardar las condiciones que garantizan el trabajo decente',
      fr: 'Favoriser des pratiques de recrutement justes et éthiques et assurer les conditions d’un travail décent',
      ar: 'تيسير التوظيف المنصف والأخلاقي وصون الظروف التي تكفل العمل اللائق',
    },
    short: {
      en: 'Recruitment and decent work',
      es: 'Contratación y trabajo decente',
      fr: 'Recrutement et travail décent',
      ar: 'التوظيف والعمل اللائق',
    },
  },
  {
    code: '7',
    name: {
      en: 'Address and reduce vulnerabilities in migration',
      es: 'Abordar y reducir las vulnerabilidades en la migración',
      fr: 'S’attaquer aux facteurs de vulnérabilité liés aux migrations et les réduire',
      ar: 'معالجة أوجه الضعف في سياق الهجرة والحد منها',
    },
    short: {
      en: 'Reduce vulnerabilities',
      es: 'Reducir vulnerabilidades',
      fr: 'Réduire la vulnérabilité',
      ar: 'الحد من أوجه الضعف',
    },
  },
  {
    code: '8',
    name: {
      en: 'Save lives and establish coordinated international efforts on missing migrants',
      es: 'Salvar vidas y emprender iniciativas internacionales coordinadas sobre los migrantes desaparecidos',
      fr: 'Sauver des vies et mettre en place une action internationale coordonnée pour retrouver les migrants disparus',
      ar: 'إنقاذ الأرواح وبذل جهود دولية منسقة بشأن المهاجرين المفقودين',
    },
    short: {
      en: 'Save lives',
      es: 'Salvar vidas',
      fr: 'Sauver des vies',
      ar: 'إنقاذ الأرواح',
    },
  },
  {
    code: '9',
    name: {
      en: 'Strengthen the transnational response to smuggling of migrants',
      es: 'Reforzar la respuesta transnacional al tráfico ilícito de migrantes',
      fr: 'Renforcer l’action transnationale face au trafic de migrants',
      ar: 'تعزيز التصدي عبر الوطني لتهريب المهاجرين',
    },
    short: {
      en: 'Counter smuggling',
      es: 'Combatir el tráfico de migrantes',
      fr: 'Combattre le trafic de migrants',
      ar: 'مكافحة التهريب',
    },
  },
  {
    code: '10',
    name: {
      en: 'Prevent, combat and eradicate trafficking in persons in the context of international migration',
      es: 'Prevenir, combatir y erradicar la trata de personas en el contexto de la migración internacional',
      fr: 'Prévenir, combattre et éliminer la traite de personnes dans le cadre des migrations internationales',
      ar: 'منع الاتجار بالأشخاص ومكافحته والقضاء عليه في سياق الهجرة الدولية',
    },
    short: {
      en: 'Eradicate trafficking',
      es: 'Erradicar la trata de personas',
      fr: 'Éradiquer la traite de personnes',
      ar: 'القضاء على الاتجار بالأشخاص',
    },
  },
  {
    code: '11',
    name: {
      en: 'Manage borders in an integrated, secure and coordinated manner',
      es: 'Gestionar las fronteras de manera integrada, segura y coordinada',
      fr: 'Gérer les frontières de manière intégrée, sûre et coordonnée',
      ar: 'إدارة الحدود بطريقة متكاملة وآمنة ومنسقة',
    },
    short: {
      en: 'Manage borders',
      es: 'Gestión de fronteras',
      fr: 'Gérer les frontières',
      ar: 'إدارة الحدود',
    },
  },
  {
    code: '12',
    name: {
      en: 'Strengthen certainty and predictability in migration procedures for appropriate screening, assessment and referral',
      es: 'Aumentar la certidumbre y previsibilidad de los procedimientos migratorios para la adecuada verificación de antecedentes, evaluación y derivación',
      fr: 'Veiller à l’invariabilité et à la prévisibilité des procédures migratoires pour assurer des contrôles, des évaluations et une orientation appropriés',
      ar: 'تعزيز اليقين وإمكانية التنبؤ في إجراءات الهجرة من أجل الفرز والتقييم والإحالة على النحو المناسب',
    },
    short: {
      en: 'Screening and referral',
      es: 'Verificación de antecedentes y derivación',
      fr: 'Contrôle, évaluation et orientation',
      ar: 'الفرز والإحالة',
    },
  },
  {
    code: '13',
    name: {
      en: 'Use migration detention only as a measure of last resort and work towards alternatives',
      es: 'Utilizar la detención de migrantes solo como último recurso y buscar otras alternativas',
      fr: 'Ne recourir au placement en rétention administrative des migrants qu’en dernier ressort et chercher des solutions de rechange',
      ar: 'عدم استخدام احتجاز المهاجرين إلا كملاذ أخير والعمل على إيجاد بدائل له',
    },
    short: {
      en: 'Alternatives to detention',
      es: 'Alternativas a la detención',
      fr: 'Alternatives à la rétention',
      ar: 'بدائل الاحتجاز',
    },
  },
  {
    code: '14',
    name: {
      en: 'Enhance consular protection, assistance and cooperation throughout the migration cycle',
      es: 'Mejorar la protección, asistencia y cooperación consulares a lo largo de todo el ciclo migratorio',
      fr: 'Renforcer la protection, l’assistance et la coopération consulaires tout au long du cycle migratoire',
      ar: 'تعزيز الحماية والمساعدة والتعاون في المجال القنصلي على امتداد دورة الهجرة',
    },
    short: {
      en: 'Consular protection',
      es: 'Protección consular',
      fr: 'Protection consulaire',
      ar: 'الحماية القنصلية',
    },
  },
  {
    code: '15',
    name: {
      en: 'Provide access to basic services for migrants',
      es: 'Proporcionar a los migrantes acceso a servicios básicos',
      fr: 'Assurer l’accès des migrants aux services de base',
      ar: 'تزويد المهاجرين بإمكانية الحصول على الخدمات الأساسية',
    },
    short: {
      en: 'Access to basic services',
      es: 'Acceso a los servicios básicos',
      fr: 'Accès aux services de base',
      ar: 'الحصول على الخدمات الأساسية',
    },
  },
  {
    code: '16',
    name: {
      en: 'Empower migrants and societies to realize full inclusion and social cohesion',
      es: 'Empoderar a los migrantes y las sociedades para lograr la plena inclusión y la cohesión social',
      fr: 'Donner aux migrants et aux sociétés des moyens en faveur de la pleine intégration et de la cohésion sociale',
      ar: 'تمكين المهاجرين والمجتمعات من تحقيق الإدماج الكامل والتماسك الاجتماعي',
    },
    short: {
      en: 'Inclusion and social cohesion',
      es: 'Inclusión y cohesión social',
      fr: 'Intégration et cohésion sociale',
      ar: 'الإدماج والتماسك الاجتماعي',
    },
  },
  {
    code: '17',
    name: {
      en: 'Eliminate all forms of discrimination and promote evidence-based public discourse to shape perceptions of migration',
      es: 'Eliminar todas las formas de discriminación y promover un discurso público con base empírica para modificar las percepciones de la migración',
      fr: 'Éliminer toutes les formes de discrimination et encourager un débat public fondé sur l’analyse des faits afin de faire évoluer la manière dont les migrations sont perçues',
      ar: 'القضاء على جميع أشكال التمييز وتشجيع الخطاب العام القائم على الأدلة من أجل تشكيل التصورات عن الهجرة',
    },
    short: {
      en: 'Eliminate discrimination',
      es: 'Eliminar la discriminación',
      fr: 'Éliminer les discriminations',
      ar: 'القضاء على التمييز',
    },
  },
  {
    code: '18',
    name: {
      en: 'Invest in skills development and facilitate mutual recognition of skills, qualifications and competences',
      es: 'Invertir en el desarrollo de aptitudes y facilitar el reconocimiento mutuo de aptitudes, cualificaciones y competencias',
      fr: 'Investir dans le perfectionnement des compétences et faciliter la reconnaissance mutuelle des aptitudes, qualifications et compétences',
      ar: 'الاستثمار في تنمية المهارات وتيسير الاعتراف المتبادل بالمهارات والمؤهلات والكفاءات',
    },
    short: {
      en: 'Skills development and recognition',
      es: 'Desarrollo y reconocimiento de competencias',
      fr: 'Perfectionnement et reconnaissance des qualifications',
      ar: 'تنمية المهارات والاعتراف بها',
    },
  },
  {
    code: '19',
    name: {
      en: 'Create conditions for migrants and diasporas to fully contribute to sustainable development in all countries',
      es: 'Crear las condiciones necesarias para que los migrantes y las diásporas puedan contribuir plenamente al desarrollo sostenible en todos los países',
      fr: 'Créer les conditions permettant aux migrants et aux diasporas de contribuer pleinement au développement durable dans tous les pays',
      ar: 'تهيئة الظروف التي تمكّن المهاجرين والمغتربين من المساهمة الكاملة في التنمية المستدامة في جميع البلدان',
    },
    short: {
      en: 'Migrant and diaspora contributions',
      es: 'Contribución de migrantes y diásporas',
      fr: 'Contributions des migrants et diaspora',
      ar: 'مساهمات المهاجرين والمغتربين',
    },
  },
  {
    code: '20',
    name: {
      en: 'Promote faster, safer and cheaper transfer of remittances and foster financial inclusion of migrants',
      es: 'Promover transferencias de remesas más rápidas, seguras y económicas y fomentar la inclusión financiera de los migrantes',
      fr: 'Rendre les envois de fonds plus rapides, plus sûrs et moins coûteux et favoriser l’inclusion financière des migrants',
      ar: 'تشجيع إرسال التحويلات المالية على نحو أسرع وأكثر أمانا وأقل تكلفة وتعزيز الشمول المالي للمهاجرين',
    },
    short: {
      en: 'Remittances',
      es: 'Remesas',
      fr: 'Envois de fonds',
      ar: 'التحويلات المالية',
    },
  },
  {
    code: '21',
    name: {
      en: 'Cooperate in facilitating safe and dignified return and readmission, as well as sustainable reintegration',
      es: 'Colaborar para facilitar el regreso y la readmisión en condiciones de seguridad y dignidad, así como la reintegración sostenible',
      fr: 'Coopérer en vue de faciliter le retour et la réadmission des migrants en toute sécurité et dignité, ainsi que leur réintégration durable',
      ar: 'التعاون على تيسير العودة والسماح بالدخول مجددا في ظروف آمنة وكريمة وعلى إعادة الإدماج بصورة مستدامة',
    },
    short: {
      en: 'Dignified return and reintegration',
      es: 'Retorno y reintegración dignos',
      fr: 'Retour digne et réintégration durable',
      ar: 'العودة الكريمة وإعادة الإدماج',
    },
  },
  {
    code: '22',
    name: {
      en: 'Establish mechanisms for the portability of social security entitlements and earned benefits',
      es: 'Establecer mecanismos para la portabilidad de la seguridad social y las prestaciones adquiridas',
      fr: 'Mettre en place des mécanismes de portabilité des droits de sécurité sociale et des avantages acquis',
      ar: 'إنشاء آليات لإتاحة نقل استحقاقات الضمان الاجتماعي والاستحقاقات المكتسبة',
    },
    short: {
      en: 'Social protection',
      es: 'Protección social',
      fr: 'Protection sociale',
      ar: 'الحماية الاجتماعية',
    },
  },
  {
    code: '23',
    name: {
      en: 'Strengthen international cooperation and global partnerships for safe, orderly and regular migration',
      es: 'Fortalecer la cooperación internacional y las alianzas mundiales para la migración segura, ordenada y regular',
      fr: 'Renforcer la coopération internationale et les partenariats mondiaux pour des migrations sûres, ordonnées et régulières',
      ar: 'تعزيز التعاون الدولي والشراكات العالمية من أجل الهجرة الآمنة والمنظمة والنظامية',
    },
    short: {
      en: 'International cooperation',
      es: 'Cooperación internacional',
      fr: 'Coopération internationale',
      ar: 'التعاون الدولي',
    },
  },
];
