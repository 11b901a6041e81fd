import { isNotNamed, type RuleParam, type RuleParams } from '../rules/rule-params.ts';
import { knownRuleIds, paramsOfRule } from '../rules/run-rules.ts';
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

/** Ids of all fields, also of those inside groups. */
const idsWithin = (fields: readonly Node[]): readonly string[] =>
  fields.flatMap((field) => [textOf(field.id), ...idsWithin(nodesIn(field.fields))]);

const isThere = (id: string, as: RuleParam['takes'], fields: readonly Node[]): boolean => {
  if (as === 'any fields') return idsWithin(fields).includes(id);
  if (as !== 'list/field') return fields.some((field) => field.id === id);
  const [list, inner = 'name'] = id.split('/');
  return nodesIn(fields.find((field) => field.id === list)?.fields).some((field) => field.id === inner);
};

const checkParam = (
  name: string,
  param: RuleParam,
  given: unknown,
  fields: readonly Node[],
  path: TemplatePath,
): readonly RemarkAt[] => {
  const value = given ?? param.otherwise;
  if (value === undefined || isNotNamed(value)) {
    return param.isNeeded ? [errorAt('missing', path, { what: name, wanted: param.takes })] : [];
  }
  const at = [...path, name];
  const isMany = param.takes !== 'number' && param.takes !== 'field' && param.takes !== 'word';
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
  if (param.takes === 'number' || param.takes === 'word' || param.takes === 'words') return [];
  return words
    .filter((word) => !isThere(word, param.takes, fields))
    .map((word) => errorAt('no-such-field', path.slice(0, -1), { what: name, value: word }));
};

const checkParams = (
  given: Node,
  params: RuleParams,
  fields: readonly Node[],
  path: TemplatePath,
): readonly RemarkAt[] => [
  ...Object.entries(params).flatMap(([name, param]) => checkParam(name, param, given[name], fields, path)),
  ...Object.keys(given)
    .filter((name) => !Object.hasOwn(params, name))
    .map((what) => errorAt('unknown-property', path, { what, known: Object.keys(params).join(', ') })),
];

/** That every rule is known, has what it needs, and names fields that the form has. */
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
