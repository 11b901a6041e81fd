import { type FieldPath, itemPath } from '#shared/domain/field-path.ts';
import type { FieldMap, FieldValue } from '#shared/domain/field-value.ts';
import { isItemId } from '#shared/domain/ids.ts';
import { listItems } from '#shared/domain/list-items.ts';

/**
 * The values of a document by paths in which items are called by their place (`risks/#2/impact`), so that two
 * documents with other item ids are compared value by value. `lists`: the lists that hold what a path is about, where
 * it is not the one before the item (the columns of a budget).
 */
export const comparableFields = (
  fields: FieldMap,
  columns: Readonly<Record<FieldPath, FieldPath>> = {},
): Record<FieldPath, FieldValue> => {
  const called = (path: FieldPath): FieldPath => {
    const parts = path.split('/');
    return parts
      .map((part, index) => {
        const before = parts.slice(0, index).join('/');
        if (index % 2 === 0 || !isItemId(part)) return part;
        const list = (parts[index - 1] === 'amount' ? columns[parts[0] ?? ''] : undefined) ?? before;
        return fields[itemPath(list, part)] === true ? `#${listItems(fields, list).indexOf(part) + 1}` : part;
      })
      .join('/');
  };
  return Object.fromEntries(
    Object.entries(fields)
      .filter(([path]) => !path.endsWith('/pos'))
      .map(([path, value]) => [called(path), value] as const)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
};
