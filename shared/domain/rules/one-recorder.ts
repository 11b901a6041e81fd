import { holds } from '#shared/domain/condition.ts';
import { subPath } from '#shared/domain/field-path.ts';
import { foldedName } from '#shared/domain/folded-name.ts';
import { listItems } from '#shared/domain/list-items.ts';
import { listParam, type Rule, textParam } from './rule.ts';

/**
 * A joint pledge is recorded by one actor only (domain.md, 1; official). Who records it is therefore not one
 * of its own participants; nobody else's record can be seen from here, which the Submit page says in words.
 * `params`: `recorder`, the field with the name; `type` and `joint`, the choice and the options that make
 * a pledge a joint one; `field`, the list of participants with their `name`.
 */
export const oneRecorder: Rule = (values, params) => {
  const joint = { field: textParam(params, 'type'), in: [...listParam(params, 'joint')] };
  if (!holds(joint, values)) return [];
  const recorder = foldedName(String(values[textParam(params, 'recorder')] ?? ''));
  const list = textParam(params, 'field');
  if (recorder === '') return [];
  return listItems(values, list)
    .map((item) => subPath(list, item, 'name'))
    .filter((path) => foldedName(String(values[path] ?? '')) === recorder)
    .map((path) => ({
      path,
      code: 'recorder-among-participants' as const,
      params: { name: String(values[path]) },
    }));
};
