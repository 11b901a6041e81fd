import { subPath } from '#shared/domain/field-path.ts';
import { foldedName } from '#shared/domain/folded-name.ts';
import type { ItemId } from '#shared/domain/ids.ts';
import { listItems } from '#shared/domain/list-items.ts';
import { listParam, type Rule, type RuleFinding } from './rule.ts';

/**
 * The same organization or person twice in one list (assumed). `params`: `fields`, each a list and the
 * sub-field that names an item, written `list/name`. Reported at the later one, with the name.
 */
export const noRepeats: Rule = (values, params) =>
  listParam(params, 'fields').flatMap((use) => {
    const [list = '', naming = 'name'] = use.split('/');
    const seen = new Map<string, ItemId>();
    return listItems(values, list).flatMap((item): readonly RuleFinding[] => {
      const path = subPath(list, item, naming);
      const written = String(values[path] ?? '');
      const name = foldedName(written);
      const first = name === '' ? undefined : seen.get(name);
      if (name !== '' && first === undefined) seen.set(name, item);
      return first === undefined
        ? []
        : [{ path, code: 'repeated-item', params: { name: written.trim(), first } }];
    });
  });
