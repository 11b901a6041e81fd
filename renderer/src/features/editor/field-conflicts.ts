import type { FieldConflict } from '#renderer/commands/document-session.ts';
import { type FieldPath, isWithin } from '#shared/domain/field-path.ts';
import type { FieldMap } from '#shared/domain/field-value.ts';
import { listItems } from '#shared/domain/list-items.ts';
import { isGroup, markerReasonId, type TemplateField } from '#shared/domain/template.ts';

/**
 * The conflicts that the frame of a field shows itself: its own, and those below it that have no frame
 * of their own (an item as such, its place in the list, items gone on this side, cells of a budget).
 */
export const conflictsAt = (
  field: TemplateField,
  path: FieldPath,
  conflicts: readonly FieldConflict[],
  values: FieldMap,
): readonly FieldConflict[] =>
  conflicts.filter((conflict) => {
    if (conflict.path === path) return true;
    if (field.kind === 'marker') return conflict.path === markerReasonId(path);
    if (!isWithin(conflict.path, path)) return false;
    if (!isGroup(field)) return true;
    const [item, sub] = conflict.path.slice(path.length + 1).split('/');
    const isHere = listItems(values, path).some((candidate) => candidate === item);
    return !isHere || sub === undefined || sub === 'pos';
  });
