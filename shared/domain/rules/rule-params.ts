import { type FieldKind, languages } from '#shared/domain/template.ts';

/**
 * What a parameter of a rule is. `field`: the id of a field that is in no group; `fields`: one or several;
 * `any fields`: of fields in groups as well; `list/field`: lists, each with the sub-field that names an item;
 * `zone`: a time zone by its IANA name; `month`: a year and a month, 2018-12.
 */
export type RuleParam = {
  readonly takes:
    | 'field'
    | 'fields'
    | 'any fields'
    | 'list/field'
    | 'number'
    | 'word'
    | 'words'
    | 'zone'
    | 'month';
  /** Without it the rule finds nothing, ever. */
  readonly isNeeded: boolean;
  /** What the rule takes where the form does not say. */
  readonly otherwise?: string;
  /** The words that it may be, where not any. */
  readonly known?: readonly string[];
  /** The parameter that names a choice: the words are options of that field. */
  readonly optionsOf?: string;
  /** Kinds of fields that the rule can read, where not any. Of a `list/field`, the kinds of the sub-field. */
  readonly kinds?: readonly FieldKind[];
  /** Sub-fields that a list must have. */
  readonly having?: readonly string[];
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
