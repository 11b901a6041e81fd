import { expect, type Locator, type Page } from '@playwright/test';
import vocabularyFile from '#resources/vocabulary/vocabulary.json' with { type: 'json' };
import { assertNever } from '#shared/assert.ts';
import type { FieldPath } from '#shared/domain/field-path.ts';
import type { FieldMap, FieldValue, Money, YearRange } from '#shared/domain/field-value.ts';
import { type ItemId, isItemId } from '#shared/domain/ids.ts';
import { listItems } from '#shared/domain/list-items.ts';
import {
  type GroupField,
  markerReasonId,
  type Template,
  type TemplateField,
} from '#shared/domain/template.ts';
import type { Vocabulary } from '#shared/domain/vocabulary.ts';

const vocabulary = vocabularyFile as unknown as Vocabulary;
const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
const wholeText = (text: string): RegExp => new RegExp(`^${escaped(text)}$`);

/** The field at a path as it stands on the screen, label and all. */
export function fieldAt(page: Page, path: FieldPath): Locator {
  return page.locator(`[data-path="${path}"]`).first();
}

async function chooseOption(page: Page, field: Locator, label: string): Promise<void> {
  const radio = field.getByRole('radio', { name: label, exact: true });
  if ((await radio.count()) > 0) {
    await radio.check({ force: true });
    return;
  }
  await field.getByRole('button').first().click();
  await page.getByRole('option', { name: label, exact: true }).click();
}

async function chooseTerms(field: Locator, list: keyof Vocabulary, codes: readonly string[]): Promise<void> {
  const box = field.getByRole('combobox');
  for (const code of codes) {
    const term = vocabulary[list].find((candidate) => candidate.code === code);
    if (term === undefined) throw new Error(`${list} has no ${code}`);
    await box.click();
    await box.fill(term.name.en);
    const options = field.getByRole('option');
    // Beside the name stands what it belongs to.
    const exact = options.filter({ has: field.page().getByText(wholeText(term.name.en)) });
    const numbered = options.filter({ hasText: new RegExp(`^${escaped(code)}(?![0-9.])`) });
    await exact.or(numbered).first().click();
  }
  // The list lies over what follows until the focus leaves.
  await box.blur();
}

async function typeDate(page: Page, field: Locator, date: string): Promise<void> {
  const [year = '', month = '', day = ''] = date.split('-');
  for (const [part, digits] of [
    ['day', day],
    ['month', month],
    ['year', year],
  ] as const) {
    await field.locator(`[data-type="${part}"]`).click();
    await page.keyboard.type(digits);
  }
}

const monthName = (month: string): string =>
  new Intl.DateTimeFormat('en', { month: 'long', timeZone: 'UTC' }).format(
    Date.UTC(2027, Number(month) - 1, 1),
  );

async function typeYears(field: Locator, years: YearRange): Promise<void> {
  await field.getByRole('textbox').nth(0).fill(String(years.from));
  if (years.to === 'present') await field.getByRole('checkbox').check({ force: true });
  else await field.getByRole('textbox').nth(1).fill(String(years.to));
}

/** Minor units as a person types them: 41250000 cents are 412500.00. */
export function typedAmount(minor: number, currency: string): string {
  const { maximumFractionDigits = 2 } = new Intl.NumberFormat('en', {
    style: 'currency',
    currency,
  }).resolvedOptions();
  const digits = String(minor).padStart(maximumFractionDigits + 1, '0');
  return maximumFractionDigits === 0
    ? digits
    : `${digits.slice(0, -maximumFractionDigits)}.${digits.slice(-maximumFractionDigits)}`;
}

async function typeAmount(field: Locator, minor: number, currency: string): Promise<void> {
  const input = field.getByRole('textbox').first();
  await input.fill(typedAmount(minor, currency));
  await input.blur();
}

/** Writes documents through the Editor as a person does, field by field in the order of the form. */
export class FieldWriter {
  readonly #page: Page;
  readonly #template: Template;
  readonly #values: FieldMap;
  /** Items that the app made, by the item of the source that they stand for. */
  readonly #items = new Map<ItemId, ItemId>();

  constructor(page: Page, template: Template, values: FieldMap) {
    this.#page = page;
    this.#template = template;
    this.#values = values;
  }

  /** Writes every field that the values have; answers them with the item ids that the app gave. */
  async writeAll(): Promise<FieldMap> {
    for (const section of this.#template.sections) {
      for (const field of section.fields) await this.#write(field, field.id, field.id);
    }
    const real = (path: FieldPath): FieldPath =>
      path
        .split('/')
        .map((part) => (isItemId(part) ? (this.#items.get(part) ?? part) : part))
        .join('/');
    return Object.fromEntries(Object.entries(this.#values).map(([path, value]) => [real(path), value]));
  }

  /** `source`: the path in the values; `target`: the same place on the screen. */
  async #write(field: TemplateField, source: FieldPath, target: FieldPath): Promise<void> {
    switch (field.kind) {
      case 'group':
      case 'organizations':
      case 'people':
        return this.#writeItems(field, source, target);
      case 'budget':
        return this.#writeBudget(source);
      default: {
        const value = this.#values[source];
        if (value !== undefined) await this.#writeValue(field, fieldAt(this.#page, target), value);
        const reason = field.kind === 'marker' ? this.#values[markerReasonId(source)] : undefined;
        if (reason !== undefined) {
          await fieldAt(this.#page, markerReasonId(target)).getByRole('textbox').fill(String(reason));
        }
      }
    }
  }

  async #writeItems(field: GroupField, source: FieldPath, target: FieldPath): Promise<void> {
    for (const item of listItems(this.#values, source)) {
      const list = fieldAt(this.#page, target);
      const items = list.locator(`li[data-path^="${target}/"]`);
      const own = async (): Promise<string[]> => {
        const paths = await items.evaluateAll((elements) =>
          elements.map((element) => element.dataset.path ?? ''),
        );
        return paths.filter((path) => !path.slice(target.length + 1).includes('/'));
      };
      const before = await own();
      // The list's own button is the last one: those of lists within its items come before it.
      await list
        .getByRole('button', { name: new RegExp(`${escaped(field.itemLabel.en)}`, 'i') })
        .filter({ hasText: /\S/ })
        .last()
        .click();
      await expect.poll(async () => (await own()).length).toBe(before.length + 1);
      const added = (await own()).find((path) => !before.includes(path)) ?? '';
      const made = added.slice(target.length + 1);
      if (!isItemId(made)) throw new Error(`${target} has no new item`);
      this.#items.set(item, made);
      for (const inner of field.fields) {
        await this.#write(inner, `${source}/${item}/${inner.id}`, `${target}/${made}/${inner.id}`);
      }
    }
  }

  /** Each line of the source in its category's row; a line beyond the first gets a row of its own. */
  async #writeBudget(source: FieldPath): Promise<void> {
    const grid = fieldAt(this.#page, source).getByRole('grid');
    const currency = String(this.#values.currency ?? 'USD');
    const type = async (path: FieldPath, text: string) => {
      const cell = grid.locator(`[data-cell][data-path="${path}"]`);
      await cell.click();
      // The cell that was clicked is the one that types.
      await expect(cell.getByRole('textbox')).toBeFocused();
      await this.#page.keyboard.insertText(text);
      await this.#page.keyboard.press('Enter');
    };
    for (const line of listItems(this.#values, source)) {
      const own = `${source}/${line}`;
      const rows = grid.locator(`tr[data-path^="${source}/"]`);
      if ((await grid.locator(`tr[data-path="${own}"]`).count()) === 0) {
        const before = await rows.evaluateAll((all) => all.map((row) => row.dataset.path));
        const category = vocabulary.budgetCategories.find(
          ({ code }) => code === this.#values[`${own}/category`],
        );
        await grid
          .getByRole('rowheader', { name: category?.name.en ?? '' })
          .first()
          .click();
        await this.#page.keyboard.press('Insert');
        await expect(rows).toHaveCount(before.length + 1);
        const after = await rows.evaluateAll((all) => all.map((row) => row.dataset.path ?? ''));
        const made = after.find((path) => !before.includes(path))?.slice(source.length + 1) ?? '';
        if (isItemId(made)) this.#items.set(line, made);
      }
      const here = `${source}/${this.#items.get(line) ?? line}`;
      const description = this.#values[`${own}/description`];
      if (typeof description === 'string') await type(`${here}/description`, description);
      const amounts = `${own}/amount/`;
      for (const [path, minor] of Object.entries(this.#values)) {
        if (!path.startsWith(amounts)) continue;
        const organization = path.slice(amounts.length) as ItemId;
        const column = this.#items.get(organization) ?? organization;
        await type(`${here}/amount/${column}`, typedAmount(Number(minor), currency));
      }
    }
  }

  async #writeValue(field: TemplateField, place: Locator, value: FieldValue): Promise<void> {
    switch (field.kind) {
      case 'shortText': {
        // The names of organizations and people offer known ones in a list, which lies over what follows.
        const line = place.getByRole('textbox').or(place.getByRole('combobox'));
        await line.fill(String(value));
        return line.blur();
      }
      case 'longText':
        return place.getByRole('textbox').fill(String(value));
      case 'integer':
        await place.getByRole('textbox').fill(String(value));
        return place.getByRole('textbox').blur();
      case 'choice': {
        const option = field.options.find((candidate) => candidate.value === value);
        if (option === undefined) throw new Error(`${field.id} has no option ${String(value)}`);
        return chooseOption(this.#page, place, option.label.en);
      }
      case 'choices':
        for (const option of field.options.filter((candidate) =>
          (value as string[]).includes(candidate.value),
        )) {
          await place.getByRole('checkbox', { name: option.label.en, exact: true }).check({ force: true });
        }
        return;
      case 'objectives':
      case 'principles':
      case 'sdgTargets':
      case 'countries':
      case 'regions':
        return chooseTerms(place, field.kind, value as string[]);
      case 'country':
        return chooseTerms(place, 'countries', [String(value)]);
      case 'thematicArea':
        return chooseTerms(place, 'thematicAreas', [String(value)]);
      case 'currency':
        return chooseTerms(place, 'currencies', [String(value)]);
      case 'yesNo':
        return chooseOption(this.#page, place, value === true ? 'Yes' : 'No');
      case 'marker':
        return place.getByRole('radio').nth(Number(value)).check({ force: true });
      case 'date':
        return typeDate(this.#page, place, String(value));
      case 'month': {
        const [year = '', month = ''] = String(value).split('-');
        await chooseOption(this.#page, place, monthName(month));
        return place.getByRole('textbox').fill(year);
      }
      case 'yearRange':
        return typeYears(place, value as YearRange);
      case 'money':
        return typeAmount(place, (value as Money).minor, (value as Money).currency);
      case 'document':
        // Ids differ from run to run; the person goes by the title.
        return chooseOption(this.#page, place, String(value));
      case 'attachments':
      case 'budget':
      case 'group':
      case 'organizations':
      case 'people':
        throw new Error(`${field.kind} has no value of its own`);
      default:
        return assertNever(field);
    }
  }
}
