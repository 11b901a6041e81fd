import { languages } from '#shared/domain/template.ts';

/**
 * What a parameter of a rule is. `field`: the id of a field that is in no group; `fields`: one or several;
 * `any fields`: of fields in groups as well; `list/field`: lists, each with the sub-field that names an item.
 */
export type RuleParam = {
  readonly takes: 'field' | 'fields' | 'any fields' | 'list/field' | 'number' | 'word' | 'words';
  /** Without it the rule finds nothing, ever. */
  readonly isNeeded: boolean;
  /** What the rule takes where the form does not say. */
  readonly otherwise?: string;
  /** The words that it may be, where not any. */
  readonly known?: readonly string[];
};

/** The parameters of a rule, by their names. */
export type RuleParams = Readonly<Record<string, RuleParam>>;

export const needed = (takes: RuleParam['takes'], more: Partial<RuleParam> = {}): RuleParam => ({
  takes,
  isNeeded: true,
  ...more,
});

export const optional = (takes: RuleParam['takes'], more: Partial<RuleParam> = {}): RuleParam => ({
  takes,
  isNeeded: false,
  ...more,
});

/** `terms-en`, `terms-es` … */
export const termsByLanguage: RuleParams = Object.fromEntries(
  languages.map((language) => [`terms-${language}`, optional('words')]),
);

/** An empty word or list says as little as none. */
export const isNotNamed = (value: unknown): boolean =>
  value === '' || (Array.isArray(value) && value.length === 0);
