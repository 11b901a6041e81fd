import { generateNKeysBetween } from 'fractional-indexing';
import { checkLimits } from '#shared/domain/check-limits.ts';
import { type FieldPath, itemPath, positionPath, rootOf } from '#shared/domain/field-path.ts';
import { type FieldMap, type FieldValue, maxTextBytes, utf8Bytes } from '#shared/domain/field-value.ts';
import { type ItemId, seededItemId } from '#shared/domain/ids.ts';
import { listItems } from '#shared/domain/list-items.ts';
import { plainAmount } from '#shared/domain/money.ts';
import {
  isGroup,
  type LeafField,
  type Template,
  type TemplateField,
  templateFields,
  templateRefOf,
} from '#shared/domain/template.ts';
import { bareKey } from './field-keys.ts';
import type { DocumentDraft, ImportWarning, ImportWarningCode, KeptText } from './import-result.ts';
import { type AmountCustom, unitNamedIn } from './read-amount.ts';
import { short, type ValueReader } from './read-value.ts';
import { bareName } from './term-match.ts';

/** The list that every form has for what an import found no field for, and its parts. */
export const keptList = 'imported';
/** The field that says which file a document came from. */
export const originField = 'importedFrom';

const markup = /<\/?[a-z][^<>]{0,200}>|&(?:[a-z]{2,12}|#\d{1,7}|#x[\da-f]{1,6});/iu;

/** Cuts a text into parts that each fit into one field, between characters. */
export const inParts = (text: string): readonly string[] => {
  if (text.length * 3 <= maxTextBytes || utf8Bytes(text) <= maxTextBytes) return [text];
  const parts: string[] = [];
  const step = Math.floor(maxTextBytes / 3);
  for (let from = 0; from < text.length; ) {
    const isHigh = (text.charCodeAt(from + step - 1) & 0xfc00) === 0xd800;
    const to = from + step - (isHigh ? 1 : 0);
    parts.push(text.slice(from, to));
    from = to;
  }
  return parts;
};

/** Gathers one draft: every text that is given to it ends in a field or among the kept pieces. */
export class DraftBuilder {
  readonly template: Template;
  readonly #reader: ValueReader;
  readonly #fields: Record<FieldPath, FieldValue> = {};
  readonly #items = new Map<FieldPath, ItemId[]>();
  readonly #kept: KeptText[] = [];
  readonly #warnings: ImportWarning[] = [];
  readonly #unplaced = new Map<string, string>();

  constructor(template: Template, reader: ValueReader) {
    this.template = template;
    this.#reader = reader;
  }

  field(id: string): TemplateField | undefined {
    return templateFields(this.template).find((field) => field.id === id);
  }

  has(path: FieldPath): boolean {
    return this.#fields[path] !== undefined;
  }

  /** How much was remarked so far. */
  get remarks(): number {
    return this.#warnings.length + this.#unplaced.size;
  }

  warn(place: string, code: ImportWarningCode, params: ImportWarning['params'] = {}): void {
    this.#warnings.push({ place, code, params });
  }

  /** Text for which there is no field; blank text is nothing. */
  keep(label: string, text: string): void {
    if (text.trim() === '') return;
    const name = short(label) || '—';
    const whole = label.length > name.length ? `${label}\n${text}` : text;
    for (const part of inParts(this.#storable(name, whole))) this.#kept.push({ label: name, text: part });
  }

  /** The same with a remark: one names all places that were given here. */
  keepUnplaced(place: string, text: string): void {
    if (text.trim() === '') return;
    this.#unplaced.set(place, text);
    this.keep(place, text);
  }

  /** Reads a text into a field; what the field does not take letter by letter is kept beside it. */
  put(field: LeafField, path: FieldPath, place: string, text: string, custom: AmountCustom = {}): void {
    if (text.trim() === '') return;
    if (this.has(path)) {
      this.warn(place, 'second-answer', { value: short(text) });
      this.keep(place, text);
      return;
    }
    const reading = this.#reader.read(field, text, { ...this.unitIn(place), ...custom });
    for (const { code, params } of reading.problems) this.warn(place, code, params);
    if (reading.value === undefined || (!reading.isExact && reading.problems.length > 0))
      this.keep(place, text);
    if (reading.value !== undefined) this.#set(field, path, place, reading.value);
  }

  /** Adds to a long text, after a blank line. */
  append(field: LeafField, path: FieldPath, place: string, text: string): void {
    const before = this.#fields[path];
    if (typeof before === 'string') delete this.#fields[path];
    this.put(field, path, place, typeof before === 'string' ? `${before}\n\n${text}` : text);
  }

  /** Puts a value that needs no reading. */
  set(path: FieldPath, value: FieldValue): void {
    this.#fields[path] = value;
  }

  /** Keeps a value at its own place, which the form does not have; the Editor shows it as no longer asked. */
  setUnasked(path: FieldPath, value: FieldValue): void {
    this.#fields[path] = value;
    this.#unplaced.set(rootOf(path), typeof value === 'object' ? JSON.stringify(value) : String(value));
  }

  /** A new last item of a repeating group; the path of the item. */
  addItem(list: FieldPath): FieldPath {
    const items = this.#items.get(list) ?? [];
    this.#items.set(list, items);
    let index = items.length;
    while (this.has(itemPath(list, seededItemId(index)))) index += 1;
    const item = seededItemId(index);
    items.push(item);
    this.#fields[itemPath(list, item)] = true;
    return itemPath(list, item);
  }

  /** The items that were added to a list, in order. */
  items(list: FieldPath): readonly FieldPath[] {
    return (this.#items.get(list) ?? []).map((item) => itemPath(list, item));
  }

  /** The text at a path; empty where there is none. */
  text(path: FieldPath): string {
    const value = this.#fields[path];
    return typeof value === 'string' ? value : '';
  }

  /** The code of a budget category by its name; null where it is none. */
  budgetCategory(name: string): string | null {
    return this.#reader.budgetCategory(name);
  }

  /** Whether a text is the name of a budget category and nothing else, in any language. */
  isBudgetCategoryName(text: string): boolean {
    const bare = bareName(text);
    return this.#reader.vocabulary.budgetCategories.some(({ name, short: brief = {} }) =>
      [...Object.values(name), ...Object.values(brief)].some((one) => bareName(one) === bare),
    );
  }

  /** What the name of a place says of the amounts in it. */
  unitIn(place: string): AmountCustom {
    return unitNamedIn(place, this.#reader.vocabulary);
  }

  /** Minor units of an amount of a table; null where it says none or can be read in two ways, of which is warned. */
  amount(place: string, text: string, currency: string, custom: AmountCustom): number | null {
    const said = this.#reader.amount(text, currency, custom);
    if (said.is === 'clear' && said.currency === currency) return said.minor;
    if (said.is === 'unclear')
      this.warn(place, 'amount-unclear', { value: short(text), point: said.point, comma: said.comma });
    else this.warn(place, 'not-understood', { value: short(text) });
    return null;
  }

  /** Whether a text can be read as this amount. */
  amountIs(text: string, currency: string, custom: AmountCustom, minor: number): boolean {
    const said = this.#reader.amount(text, currency, custom);
    if (said.is === 'clear') return said.minor === minor;
    return said.is === 'unclear' && [said.point, said.comma].includes(plainAmount(minor, currency));
  }

  /** The draft as it is now; `origin`: where it came from, in the person's words. */
  build(origin: string): DocumentDraft {
    const { kind } = this.template;
    const template = templateRefOf(this.template);
    // Also in a form that has no such list: the Editor then shows it as no longer asked.
    for (const { label, text } of this.#kept) {
      const item = this.addItem(keptList);
      this.#fields[partPath(item, 'label')] = label;
      this.#fields[partPath(item, 'text')] = text;
    }
    if (this.field(originField) !== undefined && origin !== '' && !this.has(originField))
      this.#fields[originField] = short(origin);
    for (const [list, added] of this.#items) {
      const own = new Set(added);
      const before = listItems({ ...this.#fields }, list).filter((item) => !own.has(item));
      const order = [...before, ...added];
      generateNKeysBetween(null, null, order.length).forEach((key, index) => {
        this.#fields[positionPath(list, order[index] as ItemId)] = key;
      });
    }
    const fields: FieldMap = { ...this.#fields };
    return {
      kind,
      template,
      fields,
      kept: [...this.#kept],
      warnings: [...this.#warnings, ...this.#noField()],
    };
  }

  #noField(): readonly ImportWarning[] {
    const [only, ...others] = this.#unplaced;
    if (only === undefined) return [];
    const [place, text] = only;
    if (others.length === 0) return [{ place, code: 'no-field', params: { value: short(text) } }];
    const names = [...this.#unplaced.keys()].join(', ');
    return [{ place: '', code: 'no-fields', params: { count: this.#unplaced.size, names } }];
  }

  #set(field: LeafField, path: FieldPath, place: string, value: FieldValue): void {
    if (typeof value !== 'string') {
      this.#fields[path] = value;
      return;
    }
    const [first = '', ...rest] = inParts(this.#storable(place, value));
    this.#fields[path] = first;
    for (const part of rest) this.#kept.push({ label: short(place), text: part });
    const found = markup.exec(first);
    if (found) this.warn(place, 'markup', { value: found[0] });
    for (const { code, params } of checkLimits(path, field.limits ?? [], first)) {
      if (code === 'too-long' || code === 'too-many-words') this.warn(place, 'too-long', params);
    }
  }

  #storable(place: string, text: string): string {
    const storable = text.toWellFormed().replaceAll('\u0000', '\ufffd');
    if (storable !== text) {
      const count = [...text].filter(
        (character) => character === '\u0000' || !character.isWellFormed(),
      ).length;
      this.warn(place, 'characters-replaced', { count });
    }
    return storable;
  }
}

/** The fields of a group that take text, in order. */
export const leavesOf = (field: TemplateField): readonly LeafField[] =>
  isGroup(field) ? field.fields.filter((sub): sub is LeafField => !isGroup(sub)) : [];

/** Whether a cell or a line is the name of a field: its id, or its label in any language. */
export const isLabelOf = ({ id, label }: Pick<TemplateField, 'id' | 'label'>, cell: string): boolean =>
  bareKey(id) === bareKey(cell) || Object.values(label).some((name) => bareName(name) === bareName(cell));

/** The path of a part of an item that `addItem` answered. */
export const partPath = (item: FieldPath, field: string): FieldPath => `${item}/${field}`;
