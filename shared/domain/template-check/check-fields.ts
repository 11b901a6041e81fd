import { kindsWithLimit } from '../check-limits.ts';
import { mimeTypes } from '../file-type.ts';
import { fieldKinds, languages, limitKinds, markerReasonId, reservedIds } from '../template.ts';
import {
  errorAt,
  isNode,
  type Node,
  nodesAt,
  nodesIn,
  type RemarkAt,
  repeated,
  type TemplatePath,
  textOf,
} from './template-remark.ts';

/** A text should be there in every language; that English must be is the schema's to say. */
export const checkText = (node: Node, key: string, path: TemplatePath): readonly RemarkAt[] => {
  const text = node[key];
  if (!isNode(text) || textOf(text.en) === '') return [];
  const lacking = languages.filter((language) => textOf(text[language]) === '').join(', ');
  const params = { what: key, languages: lacking };
  return lacking === '' ? [] : [{ severity: 'warning', code: 'missing-languages', path, params }];
};

/** A requirement, limit or rule that was only assumed must not stop anybody (domain.md, marks). */
export const checkBearing = (node: unknown, path: TemplatePath, what: string): readonly RemarkAt[] =>
  isNode(node) && node.source === 'assumed' && node.severity === 'error'
    ? [errorAt('assumed-blocks', path, { what })]
    : [];

const limitPairs = [
  ['minChars', 'maxChars'],
  ['minWords', 'maxWords'],
  ['minItems', 'maxItems'],
  ['min', 'max'],
] as const;

const checkLimits = (field: Node, path: TemplatePath): readonly RemarkAt[] => {
  const limits = nodesIn(field.limits);
  const limitOf = (kind: string) => limits.find((limit) => limit.kind === kind)?.value;
  return [
    ...limits.flatMap((limit) => checkBearing(limit, path, textOf(limit.kind))),
    ...limitKinds
      .filter((kind) => limits.some((limit) => limit.kind === kind))
      .filter(
        (kind) =>
          fieldKinds.includes(textOf(field.kind)) && !kindsWithLimit(kind).includes(textOf(field.kind)),
      )
      .map((kind) =>
        errorAt('idle-limit', path, {
          what: kind,
          value: textOf(field.kind),
          known: kindsWithLimit(kind).join(', '),
        }),
      ),
    ...limitPairs
      .filter(([least, most]) => Number(limitOf(least)) > Number(limitOf(most)))
      .map(([least, most]) => errorAt('limits-cross', path, { least, most })),
  ];
};

const checkOptions = (field: Node, path: TemplatePath): readonly RemarkAt[] => [
  ...repeated(nodesIn(field.options).map(({ value }) => textOf(value))).map((value) =>
    errorAt('repeated-option', path, { value }),
  ),
  ...nodesAt(field.options, [...path, 'options']).flatMap(([option, at]) => checkText(option, 'label', at)),
];

const checkFileTypes = (field: Node, path: TemplatePath): readonly RemarkAt[] =>
  field.kind !== 'attachments' || !Array.isArray(field.fileTypes)
    ? []
    : field.fileTypes
        .filter((type) => typeof type === 'string' && !Object.hasOwn(mimeTypes, type))
        .map((value: string) =>
          errorAt('unknown-file-type', path, { value, known: Object.keys(mimeTypes).join(', ') }),
        );

/** That a condition names a field of the form, and an answer that this field can have. */
const checkCondition = (
  condition: unknown,
  topLevel: readonly Node[],
  path: TemplatePath,
  what: string,
): readonly RemarkAt[] => {
  if (!isNode(condition) || typeof condition.field !== 'string') return [];
  const asked = topLevel.find(({ id }) => id === condition.field);
  if (asked === undefined) return [errorAt('no-such-field', path, { what, value: condition.field })];
  const answers: readonly unknown[] = Array.isArray(condition.in) ? condition.in : [];
  const named = { what, field: condition.field };
  if (asked.kind === 'yesNo') {
    return answers
      .filter((answer) => typeof answer === 'string')
      .map((answer) => errorAt('not-yes-or-no', path, { ...named, value: `"${answer}"` }));
  }
  if (asked.kind !== 'choice' && asked.kind !== 'choices') return [];
  const offered = nodesIn(asked.options).map(({ value }) => value);
  return answers
    .filter((answer) => typeof answer === 'string' || typeof answer === 'boolean')
    .filter((answer) => !offered.includes(answer))
    .map((answer) =>
      errorAt('no-such-option', path, { ...named, value: String(answer), known: offered.join(', ') }),
    );
};

/** Whether a field waits for itself, at once or by way of others: then nobody could ever answer it. */
const waitsForItself = (id: string, topLevel: readonly Node[]): boolean => {
  const asks = (of: string): string => {
    const condition = topLevel.find((field) => field.id === of)?.shownWhen;
    return isNode(condition) ? textOf(condition.field) : '';
  };
  const passed = new Set<string>();
  for (let next = asks(id); next !== '' && !passed.has(next); next = asks(next)) {
    if (next === id) return true;
    passed.add(next);
  }
  return false;
};

/** Other fields that a field refers to by their ids. */
const referencesOf = (field: Node): readonly (readonly [what: string, id: unknown])[] => {
  const fills = isNode(field.fills) ? field.fills : {};
  return [
    ['organizationsField', field.organizationsField],
    ['currencyField', field.currencyField],
    ['fills title', fills.title],
    ['fills receipt', fills.receipt],
  ];
};

const checkField = (field: Node, path: TemplatePath, topLevel: readonly Node[]): readonly RemarkAt[] => [
  ...['label', 'help', 'example', 'exportHeading', 'itemLabel'].flatMap((key) => checkText(field, key, path)),
  ...checkBearing(field.required, path, 'required'),
  ...checkLimits(field, path),
  ...checkOptions(field, path),
  ...checkFileTypes(field, path),
  ...checkCondition(field.shownWhen, topLevel, path, 'shownWhen'),
  ...(topLevel.includes(field) && waitsForItself(textOf(field.id), topLevel)
    ? [errorAt('shown-by-itself', path)]
    : []),
  ...checkCondition(
    isNode(field.required) ? field.required.when : undefined,
    topLevel,
    path,
    'required when',
  ),
  ...referencesOf(field)
    .filter(([, id]) => typeof id === 'string' && !topLevel.some((other) => other.id === id))
    .map(([what, id]) => errorAt('no-such-field', path, { what, value: String(id) })),
  ...checkIds(nodesIn(field.fields), path),
  ...checkFields(field.fields, [...path, 'fields'], topLevel),
];

/** That each of the fields beside each other has an id of its own. */
export const checkIds = (fields: readonly Node[], path: TemplatePath): readonly RemarkAt[] => {
  // The justification of a marker stands beside its score under an id of its own.
  const ids = fields.flatMap(({ id, kind }) => [
    textOf(id),
    ...(kind === 'marker' ? [markerReasonId(textOf(id))] : []),
  ]);
  return [
    ...repeated(ids).map((value) => errorAt('repeated-id', path, { value })),
    ...ids.filter((id) => reservedIds.includes(id)).map((value) => errorAt('reserved-id', path, { value })),
  ];
};

/** What stands in the fields of a section or of a group, where the schema sees nothing wrong. */
export const checkFields = (
  fields: unknown,
  path: TemplatePath,
  topLevel: readonly Node[],
): readonly RemarkAt[] => nodesAt(fields, path).flatMap(([field, at]) => checkField(field, at, topLevel));
