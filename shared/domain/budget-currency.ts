import { err, ok, type Result } from '#shared/result.ts';
import type { FieldPath } from './field-path.ts';
import type { FieldMap, FieldValue, Money } from './field-value.ts';
import { sameFigure } from './money.ts';
import { type Template, templateFields } from './template.ts';

/** What a budget is in, by what is chosen for its currency: US dollars until one is. */
export const budgetCurrency = (chosen: FieldValue | undefined): string =>
  typeof chosen === 'string' && /^[A-Z]{3}$/.test(chosen) ? chosen : 'USD';

/**
 * What another currency at `path` changes in `values`: the code, and the amounts of the budgets that are in it, whose
 * figures stay while their minor units become others. Refused with the first amount of which the new currency has no
 * such fraction, or that would be too large.
 */
export const currencyChange = (
  template: Template,
  values: FieldMap,
  path: FieldPath,
  next: string | undefined,
): Result<ReadonlyMap<FieldPath, FieldValue | undefined>, Money> => {
  const [from, to] = [budgetCurrency(values[path]), budgetCurrency(next)];
  const budgets = templateFields(template).flatMap((field) =>
    field.kind === 'budget' && field.currencyField === path ? [field.id] : [],
  );
  const changes = new Map<FieldPath, FieldValue | undefined>([[path, next]]);
  for (const [at, minor] of Object.entries(values)) {
    const [budget = '', , part] = at.split('/');
    if (typeof minor !== 'number' || part !== 'amount' || !budgets.includes(budget)) continue;
    const figure = sameFigure(minor, from, to);
    if (figure === null) return err({ minor, currency: from });
    changes.set(at, figure);
  }
  return ok(changes);
};
