import type { Term } from '#shared/domain/vocabulary.ts';

/** The seven harmonized cost categories of the United Nations Development Group, and indirect costs. */
export const budgetCategories: readonly Term[] = [
  {
    code: '1',
    name: {
      en: 'Staff and other personnel costs',
      es: 'Gastos de personal y otros gastos conexos',
      fr: 'Dépenses de personnel et autres dépenses connexes',
      ar: 'تكاليف الموظفين وغيرهم من الأفراد',
      zh: '工作人员和其他人事费用',
    },
    short: {
      en: 'Personnel',
      es: 'Personal',
      fr: 'Personnel',
      ar: 'الأفراد',
      zh: '人事费',
    },
  },
  {
    code: '2',
    name: {
      en: 'Supplies, commodities, materials',
      es: 'Suministros, productos básicos y materiales',
      fr: 'Fournitures, produits de base et matériel',
      ar: 'اللوازم والسلع والمواد',
      zh: '用品、商品和材料',
    },
    short: {
      en: 'Supplies',
      es: 'Suministros',
      fr: 'Fournitures',
      ar: 'اللوازم',
      zh: '用品',
    },
  },
  {
    code: '3',
    name: {
      en: 'Equipment, vehicles and furniture, including depreciation',
      es: 'Equipo, vehículos y mobiliario, incluida la depreciación',
      fr: 'Équipements, véhicules et mobilier, amortissement compris',
      ar: 'المعدات والمركبات والأثاث، بما في ذلك استهلاك قيمتها',
      zh: '设备、车辆和家具，包括折旧',
    },
    short: {
      en: 'Equipment',
      es: 'Equipo',
      fr: 'Équipements',
      ar: 'المعدات',
      zh: '设备',
    },
  },
  {
    code: '4',
    name: {
      en: 'Contractual services',
      es: 'Servicios por contrata',
      fr: 'Services contractuels',
      ar: 'الخدمات التعاقدية',
      zh: '订约承办事务',
    },
    short: {
      en: 'Contracts',
      es: 'Contratas',
      fr: 'Contrats',
      ar: 'العقود',
      zh: '订约事务',
    },
  },
  {
    code: '5',
    name: {
      en: 'Travel',
      es: 'Viajes',
      fr: 'Voyages',
      ar: 'السفر',
      zh: '差旅',
    },
    short: {
      en: 'Travel',
      es: 'Viajes',
      fr: 'Voyages',
      ar: 'السفر',
      zh: '差旅',
    },
  },
  {
    code: '6',
    name: {
      en: 'Transfers and grants to counterparts',
      es: 'Transferencias y subvenciones a contrapartes',
      fr: 'Transferts et subventions aux homologues',
      ar: 'التحويلات والمنح المقدمة إلى الجهات النظيرة',
      zh: '给对应方的转拨款项和赠款',
    },
    short: {
      en: 'Grants',
      es: 'Subvenciones',
      fr: 'Subventions',
      ar: 'المنح',
      zh: '赠款',
    },
  },
  {
    code: '7',
    name: {
      en: 'General operating and other direct costs',
      es: 'Gastos generales de funcionamiento y otros costos directos',
      fr: 'Frais généraux de fonctionnement et autres coûts directs',
      ar: 'تكاليف التشغيل العامة وغيرها من التكاليف المباشرة',
      zh: '一般业务费用和其他直接费用',
    },
    short: {
      en: 'Operating costs',
      es: 'Funcionamiento',
      fr: 'Fonctionnement',
      ar: 'تكاليف التشغيل',
      zh: '业务费用',
    },
  },
  {
    code: 'indirect',
    name: {
      en: 'Indirect costs',
      es: 'Costos indirectos',
      fr: 'Coûts indirects',
      ar: 'التكاليف غير المباشرة',
      zh: '间接费用',
    },
    short: {
      en: 'Indirect',
      es: 'Indirectos',
      fr: 'Indirects',
      ar: 'غير المباشرة',
      zh: '间接',
    },
  },
];
