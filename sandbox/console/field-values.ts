import { attachmentsIn } from '#shared/domain/attachment.ts';
import { amountPath, budgetTotals } from '#shared/domain/budget.ts';
import { subPath } from '#shared/domain/field-path.ts';
import type { FieldMap, FieldValue } from '#shared/domain/field-value.ts';
import { listItems } from '#shared/domain/list-items.ts';
import { formatAmount } from '#shared/domain/money.ts';
import { isGroup, markerReasonId, type TemplateField } from '#shared/domain/template.ts';
import type { Vocabulary } from '#shared/domain/vocabulary.ts';
import { wordMarks } from '#shared/sync/word-marks.ts';
import { type Html, html } from './html.ts';

const lists: Readonly<Partial<Record<TemplateField['kind'], keyof Vocabulary>>> = {
  objectives: 'objectives',
  principles: 'principles',
  sdgTargets: 'sdgTargets',
  thematicArea: 'thematicAreas',
  countries: 'countries',
  country: 'countries',
  regions: 'regions',
  currency: 'currencies',
};

const nameOf = (field: TemplateField, code: string, vocabulary: Vocabulary): string => {
  if (field.kind === 'choice' || field.kind === 'choices') {
    return field.options.find(({ value }) => value === code)?.label.en ?? code;
  }
  const list = lists[field.kind];
  const term = list === undefined ? undefined : vocabulary[list].find((one) => one.code === code);
  return term === undefined ? code : field.kind === 'objectives' ? `${code}. ${term.name.en}` : term.name.en;
};

/** A value in words; the empty text for none. */
export const wordsFor = (
  field: TemplateField,
  value: FieldValue | undefined,
  vocabulary: Vocabulary,
): string => {
  if (value === undefined) return '';
  if (typeof value === 'boolean') return value ? 'Yes' : 'No';
  if (typeof value === 'number') {
    return field.kind === 'marker' ? `${value} – ${field.scores[value]?.en ?? ''}` : String(value);
  }
  if (typeof value === 'string') return nameOf(field, value, vocabulary);
  if ('minor' in value) return `${formatAmount(value.minor, value.currency, 'en')} ${value.currency}`;
  if ('from' in value) return `${value.from} – ${value.to}`;
  return value.map((code) => nameOf(field, code, vocabulary)).join('; ');
};

/** A text with what changed since `before` marked by words. */
const marked = (before: string, now: string): Html =>
  html`${wordMarks(before, now).map(({ text, mark }) =>
    mark === 'same' ? text : mark === 'added' ? html`<ins>${text}</ins>` : html`<del>${text}</del>`,
  )}`;

const empty = html`<p class="value none">No answer</p>`;

const textValue = (before: string | null, now: string): Html => {
  if (now === '' && (before === null || before === '')) return empty;
  const content = before === null || before === now ? now : marked(before, now);
  return html`<p class="value" dir="auto">${content}</p>`;
};

export type Showing = {
  readonly values: FieldMap;
  /** What was received in the round before; null where there was none. */
  readonly before: FieldMap | null;
  readonly vocabulary: Vocabulary;
};

const budget = (field: Extract<TemplateField, { kind: 'budget' }>, { values, vocabulary }: Showing): Html => {
  const organizations = listItems(values, field.organizationsField);
  const lines = listItems(values, field.id);
  if (lines.length === 0 || organizations.length === 0) return empty;
  const currency = String(values[field.currencyField] ?? 'USD');
  const money = (minor: number) => formatAmount(minor, currency, 'en');
  const totals = budgetTotals(values, field.id, organizations);
  const nameFor = (item: string) =>
    String(
      values[`${field.organizationsField}/${item}/acronym`] ||
        values[`${field.organizationsField}/${item}/name`] ||
        item,
    );
  const category = (line: (typeof lines)[number]) => {
    const code = String(values[subPath(field.id, line, 'category')] ?? '');
    return vocabulary.budgetCategories.find((term) => term.code === code)?.name.en ?? code;
  };
  return html`<div class="scroll"><table>
    <thead><tr><th scope="col">Category</th>${organizations.map((item) => html`<th scope="col" class="number" dir="auto">${nameFor(item)}</th>`)}<th scope="col" class="number">All (${currency})</th></tr></thead>
    <tbody>${lines.map((line) => {
      const cells = organizations.map((item) => values[amountPath(field.id, line, item)]);
      const sum = cells.reduce((total: number, cell) => total + (typeof cell === 'number' ? cell : 0), 0);
      return html`<tr><th scope="row">${category(line)}</th>${cells.map((cell) => html`<td class="number">${typeof cell === 'number' ? money(cell) : ''}</td>`)}<td class="number">${money(sum)}</td></tr>`;
    })}</tbody>
    <tfoot><tr><th scope="row">Total</th>${totals.organizations.map((one) => html`<td class="number">${money(one.total)}</td>`)}<td class="number">${money(totals.total)}</td></tr></tfoot>
  </table></div>`;
};

const files = (field: TemplateField, { values }: Showing): Html => {
  const found = attachmentsIn(values, field.id);
  if (found.length === 0) return empty;
  return html`<ul>${found.map(
    ({ sha256, name, sizeBytes }) =>
      html`<li><a href="/console/files/${sha256}?name=${encodeURIComponent(name)}" dir="auto">${name}</a> <span class="meta">${Math.max(1, Math.round(sizeBytes / 1000))} kB</span></li>`,
  )}</ul>`;
};

const group = (field: Extract<TemplateField, { fields: unknown }>, showing: Showing, list: string): Html => {
  const items = listItems(showing.values, list);
  if (items.length === 0) return empty;
  return html`<ol>${items.map(
    (item) =>
      html`<li>${field.fields.map((sub) => {
        const path = `${list}/${item}/${sub.id}`;
        return html`<div><span class="meta">${sub.label.en}</span>${isGroup(sub) ? group(sub, showing, path) : leaf(sub, path, showing)}</div>`;
      })}</li>`,
  )}</ol>`;
};

const leaf = (field: TemplateField, path: string, { values, before, vocabulary }: Showing): Html =>
  textValue(
    before === null ? null : wordsFor(field, before[path], vocabulary),
    wordsFor(field, values[path], vocabulary),
  );

/** The answer to a field, as its kind is read. */
export const fieldValue = (field: TemplateField, showing: Showing): Html => {
  if (field.kind === 'budget') return budget(field, showing);
  if (field.kind === 'attachments') return files(field, showing);
  if (isGroup(field)) return group(field, showing, field.id);
  const value = leaf(field, field.id, showing);
  if (field.kind !== 'marker') return value;
  return html`${value}${leaf({ ...field, kind: 'longText' }, markerReasonId(field.id), showing)}`;
};
