import { isZone } from '../civil-day.ts';
import { isNotNamed, type RuleParam, type RuleParams } from '../rules/rule-params.ts';
import { knownRuleIds, paramsOfRule } from '../rules/run-rules.ts';
import { fieldKinds } from '../template.ts';
import { checkBearing } from './check-fields.ts';
import {
  errorAt,
  isNode,
  type Node,
  nodesAt,
  nodesIn,
  type RemarkAt,
  shown,
  type TemplatePath,
  textOf,
} from './template-remark.ts';

/** All fields, also those inside groups. */
const fieldsWithin = (fields: readonly Node[]): readonly Node[] =>
  fields.flatMap((field) => [field, ...fieldsWithin(nodesIn(field.fields))]);

/** The fields that a parameter can name by this word: more than one only of fields in groups. */
const named = (id: string, as: RuleParam['takes'], fields: readonly Node[]): readonly Node[] => {
  if (as === 'any fields') return fieldsWithin(fields).filter((field) => field.id === id);
  if (as !== 'list/field') return fields.filter((field) => field.id === id);
  const [list, inner = 'name'] = id.split('/');
  return nodesIn(fields.find((field) => field.id === list)?.fields).filter((field) => field.id === inner);
};

/** That a rule can read the field that one of its parameters names. */
const checkNamed = (
  name: string,
  { takes, kinds, having = [] }: RuleParam,
  value: string,
  fields: readonly Node[],
  path: TemplatePath,
): readonly RemarkAt[] => {
  const found = named(value, takes, fields);
  if (found.length === 0) return [errorAt('no-such-field', path, { what: name, value })];
  const said = { what: name, value };
  const isFit = ({ kind }: Node) => (kinds as readonly unknown[] | undefined)?.includes(kind) ?? true;
  if (!found.some(isFit)) {
    const kind = textOf(found[0]?.kind);
    // A kind that nobody knows is said of the field itself.
    return fieldKinds.includes(kind)
      ? [errorAt('unfit-field', path, { ...said, kind, known: kinds?.join(', ') ?? '' })]
      : [];
  }
  const inner = nodesIn(found[0]?.fields).map(({ id }) => id);
  return having
    .filter((id) => !inner.includes(id))
    .map((part) => errorAt('no-sub-field', path, { ...said, part }));
};

/** The options of the choice that another parameter of the rule names; undefined where it names none. */
const optionsOf = (name: unknown, fields: readonly Node[]): readonly string[] | undefined => {
  const field = fields.find(({ id }) => id === name);
  return field?.options === undefined ? undefined : nodesIn(field.options).map(({ value }) => textOf(value));
};

const singleWords: readonly RuleParam['takes'][] = ['number', 'field', 'word', 'zone', 'month'];
const month = /^\d{4}-(?:0[1-9]|1[0-2])$/;

const checkParam = (
  name: string,
  param: RuleParam,
  params: Node,
  fields: readonly Node[],
  path: TemplatePath,
): readonly RemarkAt[] => {
  const value = params[name] ?? param.otherwise;
  if (value === undefined || isNotNamed(value)) {
    return param.isNeeded ? [errorAt('missing', path, { what: name, wanted: param.takes })] : [];
  }
  const at = [...path, name];
  const isMany = !singleWords.includes(param.takes);
  const words = Array.isArray(value) && isMany ? value : [value];
  const type = param.takes === 'number' ? 'number' : 'string';
  if (words.some((word) => typeof word !== type)) {
    // What no rule at all could take, the schema has said.
    return isNode(value) || value === null || typeof value === 'boolean'
      ? []
      : [errorAt('wrong-type', at, { value: shown(value), wanted: param.takes })];
  }
  if (param.known !== undefined) {
    return words
      .filter((word) => !param.known?.includes(word))
      .map((word) =>
        errorAt('not-one-of', at, { value: shown(word), known: param.known?.map(shown).join(', ') ?? '' }),
      );
  }
  const rule = path.slice(0, -1);
  const texts = words.map(textOf);
  switch (param.takes) {
    case 'number':
    case 'word':
      return [];
    case 'words': {
      const chosen = param.optionsOf === undefined ? undefined : params[param.optionsOf];
      const options = optionsOf(chosen, fields);
      return texts
        .filter((word) => options !== undefined && !options.includes(word))
        .map((word) =>
          errorAt('no-such-option', rule, {
            ...{ what: name, value: word, field: textOf(chosen) },
            known: options?.join(', ') ?? '',
          }),
        );
    }
    case 'zone':
      return texts
        .filter((zone) => !isZone(zone))
        .map((zone) => errorAt('not-a-zone', rule, { what: name, value: zone }));
    case 'month':
      return texts
        .filter((text) => !month.test(text))
        .map((text) => errorAt('not-a-month', rule, { what: name, value: text }));
    default:
      return texts.flatMap((word) => checkNamed(name, param, word, fields, rule));
  }
};

const checkParams = (
  given: Node,
  params: RuleParams,
  fields: readonly Node[],
  path: TemplatePath,
): readonly RemarkAt[] => [
  ...Object.entries(params).flatMap(([name, param]) => checkParam(name, param, given, fields, path)),
  ...Object.keys(given)
    .filter((name) => !Object.hasOwn(params, name))
    .map((what) => errorAt('unknown-property', path, { what, known: Object.keys(params).join(', ') })),
];

/** That every rule is known, has what it needs, and names fields that the form has and the rule can read. */
export const checkRules = (rules: unknown, fields: readonly Node[]): readonly RemarkAt[] =>
  nodesAt(rules, ['rules']).flatMap(([use, path]) => {
    const params = paramsOfRule(textOf(use.id));
    return [
      ...checkBearing(use, path, 'rule'),
      ...(params === undefined
        ? [
            {
              severity: 'warning' as const,
              code: 'unknown-rule' as const,
              path,
              params: { known: knownRuleIds.join(', ') },
            },
          ]
        : checkParams(isNode(use.params) ? use.params : {}, params, fields, [...path, 'params'])),
    ];
  });
