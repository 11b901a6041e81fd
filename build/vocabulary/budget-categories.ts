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
    },
    short: {
      en: 'Personnel',
      es: 'Personal',
      fr: 'Personnel',
      ar: 'الأفراد',
    },
  },
  {
    code: '2',
    name: {
      en: 'Supplies, commodities, materials',
      es: 'Suministros, productos básicos y materiales',
      fr: 'Fournitures, produits de base et matériel',
      ar: 'اللوازم والسلع والمواد',
    },
    short: {
      en: 'Supplies',
      es: 'Suministros',
      fr: 'Fournitures',
      ar: 'اللوازم',
    },
  },
  {
    code: '3',
    name: {
      en: 'Equipment, vehicles and furniture, including depreciation',
      es: 'Equipo, vehículos y mobiliario, incluida la depreciación',
      fr: 'Équipements, véhicules et mobilier, amortissement compris',
      ar: 'المعدات والمركبات والأثاث، بما في ذلك استهلاك قيمتها',
    },
    short: {
      en: 'Equipment',
      es: 'Equipo',
      fr: 'Équipements',
      ar: 'المعدات',
    },
  },
  {
    code: '4',
    name: {
      en: 'Contractual services',
      es: 'Servicios por contrata',
      fr: 'Services contractuels',
      ar: 'الخدمات التعاقدية',
    },
    short: {
      en: 'Contracts',
      es: 'Contratas',
      fr: 'Contrats',
      ar: 'العقود',
    },
  },
  {
    code: '5',
    name: {
      en: 'Travel',
      es: 'Viajes',
      fr: 'Voyages',
      ar: 'السفر',
    },
    short: {
      en: 'Travel',
      es: 'Viajes',
      fr: 'Voyages',
      ar: 'السفر',
    },
  },
  {
    code: '6',
    name: {
      en: 'Transfers and grants to counterparts',
      es: 'Transferencias y subvenciones a contrapartes',
      fr: 'Transferts et subventions aux homologues',
      ar: 'التحويلات والمنح المقدمة إلى الجهات النظيرة',
    },
    short: {
      en: 'Grants',
      es: 'Subvenciones',
      fr: 'Subventions',
      ar: 'المنح',
    },
  },
  {
    code: '7',
    name: {
      en: 'General operating and other direct costs',
      es: 'Gastos generales de funcionamiento y otros costos directos',
      fr: 'Frais généraux de fonctionnement et autres coûts directs',
      ar: 'تكاليف التشغيل العامة وغيرها من التكاليف المباشرة',
    },
    short: {
      en: 'Operating costs',
      es: 'Funcionamiento',
      fr: 'Fonctionnement',
      ar: 'تكاليف التشغيل',
    },
  },
  {
    code: 'indirect',
    name: {
      en: 'Indirect costs',
      es: 'Costos indirectos',
      fr: 'Coûts indirects',
      ar: 'التكاليف غير المباشرة',
    },
    short: {
      en: 'Indirect',
      es: 'Indirectos',
      fr: 'Indirects',
      ar: 'غير المباشرة',
    },
  },
];
