/** What a template file can have wrong. `desk validate-template` has one sentence for each. */
export type TemplateRemarkCode =
  | 'not-an-object'
  | 'missing'
  | 'wrong-type'
  | 'not-one-of'
  | 'unknown-property'
  | 'empty'
  | 'too-few'
  | 'too-many'
  | 'too-small'
  | 'too-long'
  | 'bad-format'
  | 'unknown-kind'
  | 'bad-id'
  | 'reserved-id'
  | 'repeated-id'
  | 'repeated-section'
  | 'repeated-option'
  | 'no-english'
  | 'missing-languages'
  | 'no-such-field'
  | 'no-such-option'
  | 'not-yes-or-no'
  | 'shown-by-itself'
  | 'title-not-text'
  | 'assumed-blocks'
  | 'limits-cross'
  | 'idle-limit'
  | 'unknown-file-type'
  | 'unknown-rule'
  | 'unfit-field'
  | 'no-sub-field'
  | 'not-a-zone'
  | 'not-a-month'
  | 'does-not-fit';

/** One remark about a template file. An `error` makes the file unusable; a `warning` is worth a look. */
export type TemplateRemark = {
  readonly severity: 'error' | 'warning';
  readonly code: TemplateRemarkCode;
  /** Where, from outside to inside, by the names that the file gives: section “Main”, field `title`. */
  readonly place: readonly string[];
  readonly params: Readonly<Record<string, string>>;
};

/** Keys and indexes from the whole file down to a place in it. */
export type TemplatePath = readonly PropertyKey[];
export type RemarkAt = Omit<TemplateRemark, 'place'> & { readonly path: TemplatePath };

export type Node = Readonly<Record<string, unknown>>;

export const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const nodesIn = (value: unknown): readonly Node[] =>
  Array.isArray(value) ? value.filter(isNode) : [];

/** The same with the place of each; what is no object is left to the schema. */
export const nodesAt = (value: unknown, path: TemplatePath): readonly (readonly [Node, TemplatePath])[] =>
  Array.isArray(value)
    ? value.flatMap((node, index) => (isNode(node) ? [[node, [...path, index]] as const] : []))
    : [];

export const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

export const errorAt = (
  code: TemplateRemarkCode,
  path: TemplatePath,
  params: RemarkAt['params'] = {},
): RemarkAt => ({ severity: 'error', code, path, params });

/** What stands at a place, as its writer sees it; a list or a group of properties by its brackets. */
export const shown = (value: unknown): string => {
  if (Array.isArray(value)) return '[…]';
  if (isNode(value)) return '{…}';
  const text = JSON.stringify(value) ?? 'nothing';
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
};

export const repeated = (values: readonly string[]): readonly string[] => [
  ...new Set(values.filter((value, index) => value !== '' && values.indexOf(value) !== index)),
];

/** What stands at a path of the file; nothing that only a prototype has. */
export const valueAt = (input: unknown, path: TemplatePath): unknown =>
  path.reduce<unknown>(
    (value, part) =>
      typeof value === 'object' && value !== null && Object.hasOwn(value, part)
        ? (value as Record<PropertyKey, unknown>)[part]
        : undefined,
    input,
  );

/** How the members of a list are called, and the property that tells one from another. */
const members: ReadonlyMap<PropertyKey, readonly [name: string, by: string]> = new Map([
  ['sections', ['section', 'id']],
  ['fields', ['field', 'id']],
  ['options', ['option', 'value']],
  ['limits', ['limit', 'kind']],
  ['rules', ['rule', 'id']],
]);

const memberName = (list: PropertyKey, value: unknown, index: number): string => {
  const member = members.get(list);
  if (member === undefined) return `entry ${index + 1} of \`${String(list)}\``;
  const [name, by] = member;
  const node = isNode(value) ? value : {};
  const title = name === 'section' && isNode(node.title) ? textOf(node.title.en) : '';
  if (title !== '') return `${name} “${title}”`;
  const id = textOf(node[by]);
  return id === '' ? `${name} ${index + 1}` : `${name} \`${id}\``;
};

/** A path in the words of whoever wrote the file. */
export const placeOf = (input: unknown, path: TemplatePath): readonly string[] =>
  path.flatMap((part, index) => {
    if (typeof part === 'number') {
      return [memberName(path[index - 1] ?? '', valueAt(input, path.slice(0, index + 1)), part)];
    }
    return typeof path[index + 1] === 'number' ? [] : [`property \`${String(part)}\``];
  });
