import { type FieldPath, subPath } from './field-path.ts';
import type { FieldMap } from './field-value.ts';
import type { ItemId } from './ids.ts';
import { listItems } from './list-items.ts';
import type { RuleUse, Template } from './template.ts';

/** A Resident Coordinator as the form names one. */
export type NamedCoordinator = {
  readonly item: ItemId;
  readonly statePath: FieldPath;
  /** Country code; empty where none is chosen. */
  readonly country: string;
  /** Personal data. */
  readonly name: string;
  /** The form's own option: `not-asked`, `asked`, `given`, `declined`; empty where none is chosen. */
  readonly state: string;
};

/**
 * Who submits a concept note (domain.md, 3; official):
 * `unknown` while the form's question is not answered; `coordinators` where at least one of the countries
 * has a Resident Coordinator; `other-route` where none has.
 */
export type SubmissionRoute = {
  readonly by: 'unknown' | 'coordinators' | 'other-route';
  readonly listPath: FieldPath;
  readonly routePath: FieldPath;
  readonly coordinators: readonly NamedCoordinator[];
  /** Countries of the note with nobody named for them, and not said to be without a coordinator. */
  readonly unnamed: readonly string[];
  /** Countries of the note that are said to have no coordinator: the Operations Manual's route counts there. */
  readonly countriesWithout: readonly string[];
};

/** Not a country, and so without a Resident Coordinator of its own. */
const globalCode = '001';

const codesAt = (values: FieldMap, path: FieldPath): readonly string[] => {
  const value = values[path];
  return Array.isArray(value) ? (value as readonly string[]) : [];
};

/**
 * Reads who submits from the fields that a use of `submitted-by-resident-coordinator` names. `params`:
 * `countries`, the countries of the note; `question`, whether there is a coordinator; `field`, their list
 * (with `country`, `name` and `state`); `without`, countries that have none; `route`, the other route in words.
 */
export const routeOf = (values: FieldMap, params: RuleUse['params']): SubmissionRoute => {
  const at = (name: string): string => String(params[name] ?? '');
  const listPath = at('field');
  const answer = values[at('question')];
  const text = (item: ItemId, id: string): string => String(values[subPath(listPath, item, id)] ?? '');
  const coordinators =
    answer === true
      ? listItems(values, listPath).map((item) => ({
          item,
          statePath: subPath(listPath, item, 'state'),
          country: text(item, 'country'),
          name: text(item, 'name').trim(),
          state: text(item, 'state'),
        }))
      : [];
  const countries = codesAt(values, at('countries')).filter((code) => code !== globalCode);
  const without = new Set(codesAt(values, at('without')));
  const named = new Set(coordinators.map(({ country }) => country));
  const unnamed = countries.filter((code) => !named.has(code) && !without.has(code));
  const hasNone =
    countries.length > 0 &&
    unnamed.length === 0 &&
    coordinators.every(({ country, name }) => country === '' && name === '');
  return {
    by: answer === undefined ? 'unknown' : answer === true && !hasNone ? 'coordinators' : 'other-route',
    listPath,
    routePath: at('route'),
    coordinators,
    unnamed: answer === true ? unnamed : [],
    countriesWithout:
      answer === true ? countries.filter((code) => !named.has(code) && without.has(code)) : [],
  };
};

/** The same from the document's template; null for kinds that no coordinator submits. */
export const submissionRoute = (template: Template, values: FieldMap): SubmissionRoute | null => {
  const use = template.rules.find(({ id }) => id === 'submitted-by-resident-coordinator');
  return use === undefined ? null : routeOf(values, use.params);
};
