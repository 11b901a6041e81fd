import { amountPath, indirectCategory } from '#shared/domain/budget.ts';
import { type ItemId, isItemId } from '#shared/domain/ids.ts';
import { decimalOf } from '#shared/domain/pasted-amount.ts';
import { type Language, type LeafField, languages } from '#shared/domain/template.ts';
import { type DocumentWord, documentWords } from '#shared/export/document-words.ts';
import { type DraftBuilder, partPath } from './draft-builder.ts';
import { unheld } from './house-file.ts';
import { type AmountCustom, isDecimalSign } from './read-amount.ts';
import { assumedCurrency, short } from './read-value.ts';
import { bareName } from './term-match.ts';
import { type TableRows, tableText } from './word-blocks.ts';
import type { WordPiece } from './word-pieces.ts';

type BudgetField = Extract<LeafField, { kind: 'budget' }>;

/** A column of amounts of an organization; `item` is null where none of the draft is called so. */
type Column = { readonly index: number; readonly item: ItemId | null; readonly name: string };

type Line = { readonly category: string; readonly description: string; readonly cells: readonly string[] };

const named = (word: DocumentWord): ReadonlyMap<string, Language> =>
  new Map(languages.map((language) => [bareName(documentWords(language)[word].text), language]));

const sumWords: readonly DocumentWord[] = ['subtotal', 'direct', 'rate', 'total', 'share'];
const sums = new Set(sumWords.flatMap((word) => [...named(word).keys()]));
const indirect = named('indirect');
const grand = named('total');
const all = named('all');
const corners = named('category');

/** Whether a row of a budget is one that is added up: subtotals, totals, rates and shares. */
const isSum = (label: string): boolean =>
  sums.has(bareName(label)) || /^\W*(?:sub-?total|grand total|total)\b/iu.test(label);

/** Whether a column of a budget adds up its lines: "Total", "All", "Total (USD)". */
const isSumColumn = (name: string): boolean => {
  const bare = bareName(name.replace(/\s*\(.*$|\s+[A-Z]{3}\s*$/su, ''));
  return all.has(bare) || grand.has(bare) || bare === 'grand total';
};

/** Several tables of one budget beside each other, where a page could not take all organizations: one again. */
const joined = (tables: readonly TableRows[]): readonly TableRows[] => {
  const [first, ...rest] = tables;
  if (first === undefined) return [];
  const isPart = ({ rows }: TableRows): boolean =>
    rows.length === first.rows.length && rows.every(([label], index) => label === first.rows[index]?.[0]);
  if (rest.length === 0 || !rest.every(isPart)) return tables;
  const rows = first.rows.map((cells, index) => [
    ...cells,
    ...rest.flatMap((table) => table.rows[index]?.slice(1) ?? []),
  ]);
  return [{ ...first, rows }];
};

/** The organization that a column is called by: acronym, name, or "Organization 2". */
const columnsOf = (draft: DraftBuilder, list: string, head: readonly string[]): readonly Column[] => {
  const items = draft.items(list);
  const free = new Set(items);
  const numbered = named('organization');
  return head.flatMap((cell, index): readonly Column[] => {
    if (index === 0 || cell.trim() === '') return [];
    const found = [...free].find((path) =>
      [draft.text(partPath(path, 'acronym')), draft.text(partPath(path, 'name'))].some(
        (name) => name.trim() !== '' && bareName(name) === bareName(cell),
      ),
    );
    const [, word = '', number = ''] = /^(.*?)\s*(\d{1,3})$/su.exec(cell.trim()) ?? [];
    const item = found ?? (numbered.has(bareName(word)) ? items[Number(number) - 1] : undefined);
    if (item !== undefined) free.delete(item);
    else if (isSumColumn(cell)) return [];
    const id = item?.slice(list.length + 1) ?? '';
    return [{ index, item: isItemId(id) ? id : null, name: cell }];
  });
};

type Named = Pick<Line, 'category' | 'description'>;

/** What the label of a row says: a category by its name, with its number or without; any other words are a description. */
const namedBy = (draft: DraftBuilder, label: string): Named => {
  const said = label.trim();
  if (said === '—') return { category: '', description: '' };
  const [, number, name = said] = /^([1-7])(?:\s*[·.):–-]\s*|\s+|$)(.*)$/su.exec(said) ?? [];
  const category = name === '' ? number : draft.budgetCategory(name);
  if (category === null || category === undefined) return { category: '', description: label };
  const isOwnNumber = number === undefined || number === category;
  const isAlone = name === '' || draft.isBudgetCategoryName(name);
  return { category, description: isOwnNumber && isAlone ? '' : label };
};

type Found = { readonly lines: readonly Line[]; readonly isWhole: boolean };

/**
 * The lines of a table: a category or a description with its amounts, or a category that begins lines up to its
 * subtotal. `isWhole`: each row was a line, a sum or the name of a category alone.
 */
const linesOf = (draft: DraftBuilder, { rows, styles }: TableRows): Found => {
  const isStyled = styles.flat().includes('TableText');
  const lines: Line[] = [];
  let within: string | null = null;
  let isWhole = true;
  for (const [index, cells] of rows.entries()) {
    const label = unheld(cells[0] ?? '');
    if (index === 0 || cells.every((cell) => cell.trim() === '')) continue;
    const isHead = cells.length === 1 || (!isStyled && cells.slice(1).every((cell) => cell.trim() === ''));
    // Indirect costs are added up under their own name: the last row before the rate.
    const isIndirectSum =
      within === indirectCategory && indirect.has(bareName(label)) && isSum(rows[index + 1]?.[0] ?? '');
    const isLine = isStyled ? styles[index]?.[0] === 'TableText' && !isIndirectSum : !isSum(label);
    if (within !== null && isLine && !isHead) lines.push({ category: within, description: label, cells });
    else if (isIndirectSum || isSum(label)) within = null;
    else {
      const { category, description } = namedBy(draft, label);
      within = isHead && (description === '' || category !== '') ? category : null;
      if (!isHead) lines.push({ category, description, cells });
      else if (description !== '') isWhole = false;
    }
  }
  return { lines, isWhole };
};

/** How the amounts of a table are read. */
type Money = { readonly currency: string; readonly custom: AmountCustom };

/**
 * What the corner of a table and its amounts say of how they are read; the document takes the currency where it has
 * none. Null, with a remark, where it has another one, or where the numbers count thousands.
 */
const moneyOf = (
  draft: DraftBuilder,
  field: BudgetField,
  corner: string,
  lines: readonly Line[],
  place: string,
): Money | null => {
  const { currency: named, isScaled } = { ...draft.unitIn(place), ...draft.unitIn(corner) };
  const chosen = draft.text(field.currencyField);
  if (isScaled || (named !== undefined && chosen !== '' && named !== chosen)) {
    draft.warn(place, 'other-unit', { value: short(corner) });
    return null;
  }
  // A document that names none is in the assumed one.
  if (named !== undefined && chosen === '' && named !== assumedCurrency)
    draft.set(field.currencyField, named);
  const language = corners.get(bareName(corner.replace(/\(.*$/su, '')));
  const told = decimalOf(lines.flatMap(({ cells }) => cells.slice(1)));
  return {
    currency: named ?? (chosen || assumedCurrency),
    custom: {
      ...(language === undefined ? {} : { language }),
      ...(isDecimalSign(told) ? { decimal: told } : {}),
    },
  };
};

const isNothing = (text: string): boolean => ['', '—'].includes(text.trim());

/** Puts a line, and answers its amounts column by column: 0 where there is none, null where it could not be read. */
const putLine = (
  draft: DraftBuilder,
  field: BudgetField,
  { category, description, cells }: Line,
  columns: readonly Column[],
  place: string,
  { currency, custom }: Money,
): readonly (number | null)[] => {
  const item = draft.addItem(field.id);
  const line = item.slice(field.id.length + 1) as ItemId;
  if (category !== '') draft.set(partPath(item, 'category'), category);
  if (!isNothing(description)) draft.set(partPath(item, 'description'), description);
  return columns.map(({ index, item: organization, name }) => {
    const text = (cells[index] ?? '').trim();
    if (isNothing(text)) return 0;
    if (organization === null) return null;
    const minor = draft.amount(`${place}, ${description || category}, ${name}`, text, currency, custom);
    if (minor !== null) draft.set(amountPath(field.id, line, organization), minor);
    return minor;
  });
};

const sumOf = (amounts: readonly (number | null)[]): number =>
  amounts.reduce<number>((sum, amount) => sum + (amount ?? 0), 0);

/** Whether the sums that a table states, of its lines and of its columns, are those of the amounts that were read. */
const isAddedUp = (
  draft: DraftBuilder,
  { rows }: TableRows,
  lines: readonly Line[],
  columns: readonly Column[],
  amounts: readonly (readonly (number | null)[])[],
  { currency, custom }: Money,
): boolean => {
  const isSaid = (text: string, minor: number): boolean =>
    isNothing(text) || draft.amountIs(text.trim(), currency, custom, minor);
  const sumAt = (rows[0] ?? []).findIndex(
    (cell, at) => at > 0 && isSumColumn(cell) && columns.every(({ index }) => index !== at),
  );
  // The last one: a line may be called so as well.
  const stated = rows.findLast(([label = '']) => grand.has(bareName(label)));
  return (
    lines.every(({ cells }, at) => sumAt < 0 || isSaid(cells[sumAt] ?? '', sumOf(amounts[at] ?? []))) &&
    columns.every(({ index }, at) =>
      isSaid(stated?.[index] ?? '', sumOf(amounts.map((line) => line[at] ?? 0))),
    )
  );
};

/**
 * A budget as the house template writes it: categories × organizations. Answers whether all of the table is in the
 * draft; null where it is another table.
 */
const putTable = (
  draft: DraftBuilder,
  field: BudgetField,
  table: TableRows,
  place: string,
): boolean | null => {
  const [head = []] = table.rows;
  const columns = columnsOf(draft, field.organizationsField, head);
  if (columns.every(({ item }) => item === null)) return null;
  const { lines, isWhole } = linesOf(draft, table);
  if (lines.length === 0) return null;
  const money = moneyOf(draft, field, head[0] ?? '', lines, place);
  if (money === null) return false;
  for (const { item, name } of columns)
    if (item === null) draft.warn(place, 'unknown-name', { value: short(name) });
  const amounts = lines.map((line) => putLine(draft, field, line, columns, place, money));
  if (amounts.flat().includes(null)) return false;
  const isRight = isAddedUp(draft, table, lines, columns, amounts, money);
  if (!isRight) draft.warn(place, 'sums-differ');
  return isWhole && isRight && columns.every(({ item }) => item !== null);
};

/** The budget of a piece; a table of which not all is in the draft is kept as it was written, too. */
export const putBudget = (draft: DraftBuilder, field: BudgetField, piece: WordPiece, place: string): void => {
  const tables = joined(piece.blocks.filter((block) => block.block === 'table'));
  const rest = piece.blocks.filter((block) => block.block === 'paragraph' && block.text.trim() !== '');
  if (tables.length === 0) draft.keep(place, piece.text);
  else draft.keep(place, rest.map((block) => (block.block === 'paragraph' ? block.text : '')).join('\n'));
  for (const table of tables) {
    const isAll = putTable(draft, field, table, place);
    if (isAll === null) draft.warn(place, 'not-understood', { value: place });
    if (isAll !== true) draft.keep(place, tableText(table));
  }
  if (tables.length === 0) draft.warn(place, 'not-understood', { value: place });
};
