import type { DocKind } from '#shared/domain/document.ts';
import { type Template, type TemplateField, templateFields } from '#shared/domain/template.ts';
import { bareName } from './term-match.ts';

/**
 * What the Network's own records and older sheets call a field, where neither its id nor its label says so.
 * Source: the public records of pledges, practices and joint programmes, and the web form of 2022.
 */
const otherKeys: Readonly<Partial<Record<DocKind, Readonly<Record<string, string>>>>> = {
  pledge: {
    'entity name': 'entityName',
    entity: 'entityName',
    entidad: 'entityName',
    organization: 'entityName',
    organizacion: 'entityName',
    'pledging entity': 'entityType',
    'entity type': 'entityType',
    'tipo de entidad': 'entityType',
    'champion country': 'championCountry',
    'pais campeon': 'championCountry',
    'country of implementation': 'country',
    country: 'country',
    pais: 'country',
    'other country of implementation': 'otherCountries',
    'other countries': 'otherCountries',
    countries: 'otherCountries',
    'region of implementation': 'regions',
    region: 'regions',
    regions: 'regions',
    title: 'title',
    titulo: 'title',
    'pledge title': 'title',
    type: 'pledgeType',
    tipo: 'pledgeType',
    'pledge type': 'pledgeType',
    'type of pledge': 'pledgeType',
    'mirror pledge gcr': 'mirrorPledge',
    'mirror pledge': 'mirrorPledge',
    participants: 'participants',
    nature: 'natures',
    natures: 'natures',
    naturaleza: 'natures',
    objectives: 'objectives',
    objetivos: 'objectives',
    'gcm objectives': 'objectives',
    'guiding principles': 'principles',
    principles: 'principles',
    principios: 'principles',
    description: 'description',
    descripcion: 'description',
    commitment: 'description',
    compromiso: 'description',
    contact: 'contactName',
    contacto: 'contactName',
    'contact name': 'contactName',
    email: 'contactEmail',
    'e mail': 'contactEmail',
    correo: 'contactEmail',
    'contact email': 'contactEmail',
    position: 'contactPosition',
    start: 'startDate',
    inicio: 'startDate',
    end: 'endDate',
    fin: 'endDate',
    amount: 'amount',
    monto: 'amount',
    importe: 'amount',
    website: 'entityWebsite',
    partners: 'partners',
    'matched pledge id': 'matchedPledgeId',
  },
  practice: {
    dates: 'years',
    years: 'years',
    type: 'practiceType',
    country: 'countries',
    countries: 'countries',
    region: 'regions',
    regions: 'regions',
    'sub regions': 'subRegions',
    'geographic scope': 'scope',
    objectives: 'objectives',
    'primary objectives': 'objectives',
    'secondary objectives': 'secondaryObjectives',
    'objectives inferred': 'objectives',
    'guiding principles': 'principles',
    sdgs: 'sdgTargets',
    'main implementer': 'mainImplementers',
    'main implementers': 'mainImplementers',
    'main implementing organization': 'mainImplementers',
    'other organizations': 'otherOrganizations',
    partners: 'partners',
    summary: 'summary',
    resumen: 'summary',
    description: 'summary',
    impact: 'benefit',
    'benefit and impact': 'benefit',
    'lessons learned': 'lessons',
    'key lessons': 'lessons',
    recommendations: 'replication',
  },
  'concept-note': {
    countries: 'countries',
    country: 'countries',
    punos: 'organizations',
    'participating un organizations': 'organizations',
    'convening organization': 'conveningOrganization',
    'implementing partners': 'implementingPartners',
    partners: 'implementingPartners',
    'duration months': 'durationMonths',
    duration: 'durationMonths',
    'start date': 'startMonth',
    summary: 'context',
    'project summary': 'context',
    description: 'context',
    background: 'context',
    'situation analysis': 'context',
    'context and rationale': 'context',
    'theory of change': 'theoryOfChange',
    'implementation strategy': 'strategy',
    sdgs: 'sdgTargets',
    sustainability: 'sustainability',
    innovation: 'innovation',
    'meeting date': 'meetingDate',
  },
};

/** `countryOfImplementation` and `country_of_implementation` → `country of implementation`. */
export const bareKey = (key: string): string => bareName(key.replace(/(?<=[a-z])(?=[A-Z])/g, ' '));

/** Finds the field that a key, a column or a heading names: by id, by label in any language, by another name. */
export class FieldFinder {
  readonly #byKey = new Map<string, TemplateField>();

  constructor(template: Template) {
    const fields = templateFields(template);
    const add = (key: string, field: TemplateField | undefined) => {
      if (field !== undefined && key !== '' && !this.#byKey.has(key)) this.#byKey.set(key, field);
    };
    for (const field of fields) add(bareKey(field.id), field);
    for (const field of fields) {
      for (const label of Object.values(field.label)) add(bareName(label), field);
      for (const heading of Object.values(field.exportHeading ?? {})) add(bareName(heading), field);
    }
    for (const [key, id] of Object.entries(otherKeys[template.kind] ?? {}))
      add(
        key,
        fields.find((field) => field.id === id),
      );
  }

  find(key: string): TemplateField | undefined {
    const whole = this.#byKey.get(bareKey(key));
    return whole ?? this.#byKey.get(bareKey(key.replace(/[([].*$/su, '')));
  }

  /** Whether a key is a name of the field and has no words beside it, in brackets either. */
  isNameOf(field: TemplateField, key: string): boolean {
    return this.#byKey.get(bareKey(key)) === field;
  }

  /** Every name by which a field is found, in bare form. */
  names(): ReadonlyMap<string, TemplateField> {
    return this.#byKey;
  }
}

const finders = new WeakMap<Template, FieldFinder>();

/** The finder of a form; made once, since every piece of a file asks it. */
export const fieldFinder = (template: Template): FieldFinder => {
  const finder = finders.get(template) ?? new FieldFinder(template);
  finders.set(template, finder);
  return finder;
};
