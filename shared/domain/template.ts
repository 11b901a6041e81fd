import * as z from 'zod/mini';
import { type DocKind, docKindSchema } from './document.ts';
import { isFieldId } from './field-path.ts';

/** The six official languages, in the order of the United Nations. */
export const languages = ['ar', 'zh', 'en', 'fr', 'ru', 'es'] as const;
export type Language = (typeof languages)[number];

/** A text in as many languages as it exists in; English always stands in for a missing one. */
export type Localized = { readonly en: string } & { readonly [L in Language]?: string };

const shortLabel = z.string().check(z.minLength(1), z.maxLength(2000));
export const localizedSchema = z.strictObject({
  en: shortLabel,
  es: z.exactOptional(shortLabel),
  fr: z.exactOptional(shortLabel),
  ar: z.exactOptional(shortLabel),
  zh: z.exactOptional(shortLabel),
  ru: z.exactOptional(shortLabel),
});

export const localized = (text: Localized, language: string): string => text[language as Language] ?? text.en;

/** `error` stops a submission, `warning` asks before it, `hint` is worth a look. */
export const severities = ['error', 'warning', 'hint'] as const;
export type Severity = (typeof severities)[number];

/** `assumed`: no public source was found; such a rule never has severity `error`. */
export type RuleSource = 'official' | 'assumed';

const bearing = {
  severity: z.enum(severities),
  source: z.enum(['official', 'assumed']),
};

const fieldId = z.string().check(z.refine(isFieldId, 'not a field id'));

/** Holds when the value at the top-level field `field` is one of (or, for a set, contains one of) `in`. */
const conditionSchema = z.strictObject({
  field: fieldId,
  in: z.array(z.union([z.string(), z.boolean()])).check(z.minLength(1)),
});
export type Condition = z.infer<typeof conditionSchema>;

export const limitKinds = [
  'minChars',
  'maxChars',
  'minWords',
  'maxWords',
  'minItems',
  'maxItems',
  'min',
  'max',
] as const;
export type LimitKind = (typeof limitKinds)[number];

const limitSchema = z.strictObject({
  kind: z.enum(limitKinds),
  value: z.int().check(z.gte(0)),
  ...bearing,
});
export type Limit = z.infer<typeof limitSchema>;

const requirementSchema = z.strictObject({ when: z.exactOptional(conditionSchema), ...bearing });

const optionSchema = z.strictObject({
  value: z.string().check(z.regex(/^[a-z0-9][a-z0-9-]*$/)),
  label: localizedSchema,
});
export type Option = z.infer<typeof optionSchema>;

const base = {
  id: fieldId,
  label: localizedSchema,
  help: z.exactOptional(localizedSchema),
  example: z.exactOptional(localizedSchema),
  required: z.exactOptional(requirementSchema),
  limits: z.exactOptional(z.array(limitSchema)),
  /** The field is asked only while this holds; its value is kept either way. */
  shownWhen: z.exactOptional(conditionSchema),
  /** Shown only where it already holds something: what an import kept and the form does not ask. */
  onlyWhenFilled: z.exactOptional(z.literal(true)),
  /** Personal data of a contact: left out of exports and of the public register by default. */
  personal: z.exactOptional(z.literal(true)),
  /** Filled when a document is begun: from the person's profile, or with the language of the screens. */
  defaultFrom: z.exactOptional(z.enum(['name', 'organization', 'country', 'language'])),
  /** Heading above it in the exported Word file, where the label will not do. */
  exportHeading: z.exactOptional(localizedSchema),
};

const plain = <K extends string>(kind: K) => z.strictObject({ ...base, kind: z.literal(kind) });

const leafSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    ...base,
    kind: z.literal('shortText'),
    format: z.exactOptional(z.enum(['email', 'url'])),
  }),
  plain('longText'),
  z.strictObject({
    ...base,
    kind: z.literal('choice'),
    options: z.array(optionSchema).check(z.minLength(1)),
  }),
  z.strictObject({
    ...base,
    kind: z.literal('choices'),
    options: z.array(optionSchema).check(z.minLength(1)),
  }),
  plain('objectives'),
  plain('principles'),
  plain('sdgTargets'),
  plain('thematicArea'),
  plain('countries'),
  plain('country'),
  plain('regions'),
  plain('date'),
  plain('month'),
  plain('yearRange'),
  plain('integer'),
  plain('money'),
  plain('currency'),
  plain('yesNo'),
  z.strictObject({
    ...base,
    kind: z.literal('document'),
    /** Another document, by its id: of which kind. */
    of: docKindSchema,
    /** Fields that take over its title and the number of its receipt while they are empty. */
    fills: z.exactOptional(
      z.strictObject({ title: z.exactOptional(fieldId), receipt: z.exactOptional(fieldId) }),
    ),
  }),
  z.strictObject({
    ...base,
    kind: z.literal('marker'),
    /** Meaning of the scores 0 to 3, in this order. */
    scores: z.array(localizedSchema).check(z.length(4)),
  }),
  z.strictObject({
    ...base,
    kind: z.literal('attachments'),
    fileTypes: z.array(z.string().check(z.regex(/^[a-z0-9]{2,5}$/))).check(z.minLength(1)),
    maxBytes: z.int(),
  }),
  z.strictObject({
    ...base,
    kind: z.literal('budget'),
    /** The list whose items are the columns. */
    organizationsField: fieldId,
    currencyField: fieldId,
  }),
]);
export type LeafField = z.infer<typeof leafSchema>;

/** A repeating group; `organizations` and `people` are groups with sub-fields of their own. */
export type GroupField = Omit<z.infer<ReturnType<typeof plain<'group'>>>, 'kind'> & {
  readonly kind: 'group' | 'organizations' | 'people';
  /** What one item is called on its button: "participant". */
  readonly itemLabel: Localized;
  /** Reads as an outline: items numbered 1, 1.1, 1.1.1 down through the lists within, the last ones as rows. */
  readonly layout?: 'resultsFramework';
  readonly fields: readonly TemplateField[];
};

export type TemplateField = LeafField | GroupField;
export type FieldKind = TemplateField['kind'];

/** Kinds of fields that this version knows; one that is missing here does not compile. */
export const fieldKinds: readonly string[] = Object.keys({
  shortText: true,
  longText: true,
  choice: true,
  choices: true,
  objectives: true,
  principles: true,
  sdgTargets: true,
  thematicArea: true,
  countries: true,
  country: true,
  regions: true,
  date: true,
  month: true,
  yearRange: true,
  integer: true,
  money: true,
  currency: true,
  yesNo: true,
  document: true,
  marker: true,
  attachments: true,
  budget: true,
  group: true,
  organizations: true,
  people: true,
} satisfies Record<FieldKind, true>);

const groupSchema: z.ZodMiniType<GroupField> = z.strictObject({
  ...base,
  kind: z.enum(['group', 'organizations', 'people']),
  itemLabel: localizedSchema,
  layout: z.exactOptional(z.enum(['resultsFramework'])),
  get fields() {
    return z.array(z.union([leafSchema, groupSchema])).check(z.minLength(1)) as z.ZodMiniType<
      TemplateField[]
    >;
  },
}) as unknown as z.ZodMiniType<GroupField>;

const fieldSchema = z.union([leafSchema, groupSchema]) as z.ZodMiniType<TemplateField>;

const sectionSchema = z.strictObject({
  id: fieldId,
  title: localizedSchema,
  help: z.exactOptional(localizedSchema),
  fields: z.array(fieldSchema).check(z.minLength(1)),
});
export type Section = z.infer<typeof sectionSchema>;

const ruleUseSchema = z.strictObject({
  id: z.string().check(z.regex(/^[a-z0-9-]+$/)),
  params: z.record(z.string(), z.union([z.string(), z.number(), z.array(z.string())])),
  ...bearing,
});
/** A named rule that this template switches on, with its parameters. */
export type RuleUse = z.infer<typeof ruleUseSchema>;

/** `<kind>@<version>`, such as `pledge@1`. */
export type TemplateRef = string;
export const templateRefSchema = z.string().check(z.regex(/^[a-z][a-z-]{0,40}@[1-9][0-9]{0,5}$/));

/** Every bearing that is only assumed must not stop a submission (domain.md, marks). */
const assumedNeverBlocks = (node: unknown): boolean => {
  if (Array.isArray(node)) return node.every(assumedNeverBlocks);
  if (typeof node !== 'object' || node === null) return true;
  const bearingLike = node as { severity?: unknown; source?: unknown };
  if (bearingLike.source === 'assumed' && bearingLike.severity === 'error') return false;
  return Object.values(node).every(assumedNeverBlocks);
};

/** Ids that the app needs beside those of a form: `pos` orders the items of a list. */
export const reservedIds: readonly string[] = ['pos'];

const fieldIdsAreUnique = (fields: readonly TemplateField[]): boolean => {
  const ids = fields.flatMap((field) => [
    field.id,
    ...(field.kind === 'marker' ? [markerReasonId(field.id)] : []),
  ]);
  return (
    new Set(ids).size === ids.length &&
    !ids.some((id) => reservedIds.includes(id)) &&
    fields.every((field) => !isGroup(field) || fieldIdsAreUnique(field.fields))
  );
};

export const templateSchema = z
  .strictObject({
    kind: docKindSchema,
    version: z.int().check(z.gte(1)),
    name: localizedSchema,
    /** The field that names the document in lists. */
    titleField: fieldId,
    sections: z.array(sectionSchema).check(z.minLength(1)),
    rules: z.array(ruleUseSchema),
  })
  .check(
    z.refine(assumedNeverBlocks, 'an assumed rule may warn but never block'),
    z.refine(
      (template) => fieldIdsAreUnique(template.sections.flatMap((section) => section.fields)),
      'two fields share an id',
    ),
  );

/** A document form: data, not code. */
export type Template = {
  readonly kind: DocKind;
  readonly version: number;
  readonly name: Localized;
  readonly titleField: string;
  readonly sections: readonly Section[];
  readonly rules: readonly RuleUse[];
};

export const templateRefOf = (template: Template): TemplateRef => `${template.kind}@${template.version}`;

/** The fields of all sections, in their order; not those within groups. */
export const templateFields = ({ sections }: Pick<Template, 'sections'>): readonly TemplateField[] =>
  sections.flatMap(({ fields }) => fields);

export const isGroup = (field: TemplateField): field is GroupField =>
  field.kind === 'group' || field.kind === 'organizations' || field.kind === 'people';

/** A marker keeps its score (0–3) at its own id and its justification here. */
export const markerReasonId = (markerId: string): string => `${markerId}Reason`;

/** A field with the number that stands in the margin: 1, 2, 3… through the whole template. */
export type NumberedField = {
  readonly number: number;
  readonly field: TemplateField;
  readonly section: Section;
};

export const numberedFields = (template: Template): readonly NumberedField[] => {
  let number = 0;
  return template.sections.flatMap((section) =>
    section.fields.map((field) => {
      number += 1;
      return { number, field, section };
    }),
  );
};
