import { amountPath } from '#shared/domain/budget.ts';
import { type ItemId, isItemId } from '#shared/domain/ids.ts';
import { parseAmount } from '#shared/domain/money.ts';
import type { LeafField } from '#shared/domain/template.ts';
import { type TableRows, tableText } from './docx-blocks.ts';
import { type DraftBuilder, partPath } from './draft-builder.ts';
import { bareName } from './term-match.ts';
import type { WordPiece } from './word-pieces.ts';

type BudgetField = Extract<LeafField, { kind: 'budget' }>;

type Column = { readonly index: number; readonly item: ItemId };

/** The columns of a table that are organizations of the draft, by acronym or name. */
const columnsOf = (draft: DraftBuilder, list: string, head: readonly string[]): readonly Column[] =>
  head.flatMap((cell, index) => {
    const item = draft
      .items(list)
      .find((path) =>
        [draft.text(partPath(path, 'acronym')), draft.text(partPath(path, 'name'))].some(
          (name) => name !== '' && bareName(name) === bareName(cell),
        ),
      );
    const id = item?.slice(list.length + 1) ?? '';
    return index > 0 && isItemId(id) ? [{ index, item: id }] : [];
  });

const codeOf = (draft: DraftBuilder, label: string): string | null => {
  const numbered = /^\s*([1-7])\s*[·.):–-]/u.exec(label)?.[1];
  return numbered ?? draft.budgetCategory(label);
};

/** A budget of the house template: categories × organizations. Null where the table is another one. */
const putTable = (draft: DraftBuilder, field: BudgetField, table: TableRows): boolean => {
  const [head = [], ...rows] = table.rows;
  const columns = columnsOf(draft, field.organizationsField, head);
  if (columns.length === 0) return false;
  const currency = /\b([A-Z]{3})\b/u.exec(head[0] ?? '')?.[1] ?? 'USD';
  const lines: {
    readonly category: string;
    readonly description: string;
    readonly cells: readonly string[];
  }[] = [];
  let within: string | null = null;
  for (const cells of rows) {
    const label = cells[0] ?? '';
    const category = codeOf(draft, label);
    const hasAmounts = columns.some(({ index }) => (cells[index] ?? '') !== '');
    if (category !== null) {
      within = hasAmounts ? null : category;
      if (hasAmounts) lines.push({ category, description: '', cells });
    } else if (within !== null && hasAmounts && !draft.isBudgetSum(label))
      lines.push({ category: within, description: label, cells });
    else if (draft.isBudgetSum(label)) within = null;
  }
  if (lines.length === 0) return false;
  lines.forEach(({ category, description, cells }) => {
    const item = draft.addItem(field.id);
    draft.set(partPath(item, 'category'), category);
    if (description !== '' && description !== '—') draft.set(partPath(item, 'description'), description);
    for (const { index, item: organization } of columns) {
      const text = cells[index] ?? '';
      if (text === '' || text === '—') continue;
      const amount = parseAmount(text, currency, 'en');
      const line = item.slice(field.id.length + 1) as ItemId;
      if (amount.ok) draft.set(amountPath(field.id, line, organization), amount.value);
      else draft.keep(`${field.label.en}, ${category}`, text);
    }
  });
  return true;
};

/** The budget of a piece; a table that is not recognised is kept as lines. */
export const putBudget = (draft: DraftBuilder, field: BudgetField, piece: WordPiece, place: string): void => {
  const isPlaced = piece.blocks.some((block) => block.block === 'table' && putTable(draft, field, block));
  // Sums are not stored, so the table is also kept as it was written, to be compared with.
  draft.keep(
    place,
    piece.text || piece.blocks.map((block) => (block.block === 'table' ? tableText(block) : '')).join('\n'),
  );
  if (!isPlaced) draft.warn(place, 'not-understood', { value: place });
};
