import { isFieldId } from './field-path.ts';
import { mimeTypes } from './file-type.ts';
import { knownRuleIds } from './rules/run-rules.ts';
import { type FieldKind, languages, limitKinds, templateSchema } from './template.ts';

/** What a template file can have wrong. `desk validate-template` has one sentence for each. */
export type TemplateRemarkCode =
  | 'not-an-object'
  | 'missing'
  | 'unknown-kind'
  | 'bad-id'
  | 'repeated-id'
  | 'repeated-option'
  | 'no-english'
  | 'missing-languages'
  | 'no-such-field'
  | 'no-such-option'
  | 'assumed-blocks'
  | 'limits-cross'
  | 'unknown-limit'
  | 'unknown-file-type'
  | 'unknown-rule'
  | 'does-not-fit';

/** One remark about a template file. An `error` makes the file unusable; a `warning` is worth a look. */
export type TemplateRemark = {
  readonly severity: 'error' | 'warning';
  readonly code: TemplateRemarkCode;
  /** Where, from outside to inside, as the file names it: `section "cover"`, `field "title"`. */
  readonly place: readonly string[];
  readonly params: Readonly<Record<string, string>>;
};

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

type Node = Readonly<Record<string, unknown>>;
type Place = readonly string[];

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const nodesIn = (value: unknown): readonly Node[] => (Array.isArray(value) ? value.filter(isNode) : []);

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

const remark = (
  severity: TemplateRemark['severity'],
  code: TemplateRemarkCode,
  place: Place,
  params: TemplateRemark['params'] = {},
): TemplateRemark => ({ severity, code, place, params });

const repeated = (values: readonly string[]): readonly string[] => [
  ...new Set(values.filter((value, index) => value !== '' && values.indexOf(value) !== index)),
];

/** A text that must be there in English and should be there in every language. */
const checkText = (node: Node, key: string, place: Place, isNeeded: boolean): readonly TemplateRemark[] => {
  const text = node[key];
  if (text === undefined) return isNeeded ? [remark('error', 'missing', place, { what: key })] : [];
  if (!isNode(text) || textOf(text.en) === '') return [remark('error', 'no-english', place, { what: key })];
  const lacking = languages.filter((language) => textOf(text[language]) === '');
  return lacking.length === 0
    ? []
    : [remark('warning', 'missing-languages', place, { what: key, languages: lacking.join(', ') })];
};

/** A requirement, limit or rule that was only assumed must not stop anybody (domain.md, marks). */
const checkBearing = (node: unknown, place: Place, what: string): readonly TemplateRemark[] =>
  isNode(node) && node.source === 'assumed' && node.severity === 'error'
    ? [remark('error', 'assumed-blocks', place, { what })]
    : [];

const checkLimits = (field: Node, place: Place): readonly TemplateRemark[] => {
  const limits = nodesIn(field.limits);
  const limitOf = (kind: string) => limits.find((limit) => limit.kind === kind)?.value;
  const pairs = [
    ['minChars', 'maxChars'],
    ['minWords', 'maxWords'],
    ['minItems', 'maxItems'],
    ['min', 'max'],
  ] as const;
  return [
    ...limits.flatMap((limit) => checkBearing(limit, place, textOf(limit.kind))),
    ...limits
      .filter((limit) => !(limitKinds as readonly unknown[]).includes(limit.kind))
      .map((limit) =>
        remark('error', 'unknown-limit', place, { value: String(limit.kind), known: limitKinds.join(', ') }),
      ),
    ...pairs
      .filter(([least, most]) => Number(limitOf(least)) > Number(limitOf(most)))
      .map(([least, most]) => remark('error', 'limits-cross', place, { least, most })),
  ];
};

const checkOptions = (field: Node, place: Place): readonly TemplateRemark[] => {
  if (field.kind !== 'choice' && field.kind !== 'choices') return [];
  const options = nodesIn(field.options);
  if (options.length === 0) return [remark('error', 'missing', place, { what: 'options' })];
  return [
    ...repeated(options.map(({ value }) => textOf(value))).map((value) =>
      remark('error', 'repeated-option', place, { value }),
    ),
    ...options.flatMap((option) =>
      checkText(option, 'label', [...place, `option "${textOf(option.value)}"`], true),
    ),
  ];
};

const checkFileTypes = (field: Node, place: Place): readonly TemplateRemark[] =>
  field.kind !== 'attachments' || !Array.isArray(field.fileTypes)
    ? []
    : field.fileTypes
        .filter((type) => !(String(type) in mimeTypes))
        .map((type) =>
          remark('error', 'unknown-file-type', place, {
            value: String(type),
            known: Object.keys(mimeTypes).join(', '),
          }),
        );

/** That a condition names a field of the form, and an answer that this field can have. */
const checkCondition = (
  condition: unknown,
  fields: readonly Node[],
  place: Place,
  what: string,
): readonly TemplateRemark[] => {
  if (!isNode(condition)) return [];
  const asked = fields.find(({ id }) => id === condition.field);
  if (asked === undefined) {
    return [remark('error', 'no-such-field', place, { what, value: String(condition.field) })];
  }
  if (asked.kind !== 'choice' && asked.kind !== 'choices') return [];
  const known = nodesIn(asked.options).map(({ value }) => value);
  const answers = Array.isArray(condition.in) ? condition.in : [];
  return answers
    .filter((answer) => !known.includes(answer))
    .map((answer) =>
      remark('error', 'no-such-option', place, { what, value: String(answer), field: textOf(asked.id) }),
    );
};

/** Other fields that a field refers to by their ids. */
const references = ['organizationsField', 'currencyField'] as const;

const checkField = (
  field: Node,
  index: number,
  around: Place,
  topLevel: readonly Node[],
): readonly TemplateRemark[] => {
  const id = textOf(field.id);
  const place = [...around, id === '' ? `field ${index + 1}` : `field "${id}"`];
  const kind = textOf(field.kind);
  const isKnown = fieldKinds.includes(kind);
  const inner = nodesIn(field.fields);
  return [
    ...(isFieldId(id) ? [] : [remark('error', 'bad-id', place, { value: id })]),
    ...(isKnown
      ? []
      : [remark('error', 'unknown-kind', place, { value: kind, known: fieldKinds.join(', ') })]),
    ...checkText(field, 'label', place, true),
    ...['help', 'example', 'exportHeading', 'itemLabel'].flatMap((key) =>
      checkText(field, key, place, key === 'itemLabel' && inner.length > 0),
    ),
    ...checkBearing(field.required, place, 'required'),
    ...checkLimits(field, place),
    ...checkOptions(field, place),
    ...checkFileTypes(field, place),
    ...checkCondition(field.shownWhen, topLevel, place, 'shownWhen'),
    ...checkCondition(
      isNode(field.required) ? field.required.when : undefined,
      topLevel,
      place,
      'required when',
    ),
    ...references
      .filter((key) => field[key] !== undefined && !topLevel.some((other) => other.id === field[key]))
      .map((key) => remark('error', 'no-such-field', place, { what: key, value: String(field[key]) })),
    ...checkIds(inner, place),
    ...inner.flatMap((sub, at) => checkField(sub, at, place, topLevel)),
  ];
};

const checkIds = (fields: readonly Node[], place: Place): readonly TemplateRemark[] =>
  repeated(
    // The justification of a marker stands beside its score under an id of its own.
    fields.flatMap(({ id, kind }) => [textOf(id), ...(kind === 'marker' ? [`${textOf(id)}Reason`] : [])]),
  ).map((value) => remark('error', 'repeated-id', place, { value }));

const checkRules = (template: Node, fields: readonly Node[]): readonly TemplateRemark[] =>
  nodesIn(template.rules).flatMap((use) => {
    const place = [`rule "${textOf(use.id)}"`];
    const named = isNode(use.params) ? Object.entries(use.params) : [];
    return [
      ...(knownRuleIds.includes(textOf(use.id))
        ? []
        : [remark('warning', 'unknown-rule', place, { known: knownRuleIds.join(', ') })]),
      ...checkBearing(use, place, 'rule'),
      ...named
        .filter(([name, value]) => /^(field|.*Field)$/.test(name) && !fields.some(({ id }) => id === value))
        .map(([name, value]) =>
          remark('error', 'no-such-field', place, { what: name, value: String(value) }),
        ),
    ];
  });

/** What the schema still has to say where nothing above said it better. */
const checkShape = (input: unknown, isTold: boolean): readonly TemplateRemark[] => {
  const parsed = templateSchema.safeParse(input);
  if (parsed.success || isTold) return [];
  return parsed.error.issues.map((issue) =>
    remark(
      'error',
      'does-not-fit',
      issue.path.map((part) => (typeof part === 'number' ? `item ${part + 1}` : String(part))),
      { what: issue.message },
    ),
  );
};

/**
 * All that is wrong or missing in a template file, errors first. Without an error, `templateSchema` takes it.
 * For whoever writes a form: every remark names the place as the file names it.
 */
export const checkTemplate = (input: unknown): readonly TemplateRemark[] => {
  if (!isNode(input)) return [remark('error', 'not-an-object', [])];
  const sections = nodesIn(input.sections);
  const fields = sections.flatMap((section) => nodesIn(section.fields));
  const remarks = [
    ...checkText(input, 'name', [], true),
    ...(sections.length === 0 ? [remark('error', 'missing', [], { what: 'sections' })] : []),
    ...(fields.some(({ id }) => id === input.titleField)
      ? []
      : [remark('error', 'no-such-field', [], { what: 'titleField', value: String(input.titleField) })]),
    ...checkIds(fields, []),
    ...sections.flatMap((section, index) => {
      const place = [textOf(section.id) === '' ? `section ${index + 1}` : `section "${textOf(section.id)}"`];
      return [
        ...checkText(section, 'title', place, true),
        ...checkText(section, 'help', place, false),
        ...nodesIn(section.fields).flatMap((field, at) => checkField(field, at, place, fields)),
      ];
    }),
    ...checkRules(input, fields),
  ];
  const errors = remarks.filter(({ severity }) => severity === 'error');
  return [
    ...errors,
    ...checkShape(input, errors.length > 0),
    ...remarks.filter(({ severity }) => severity === 'warning'),
  ];
};
