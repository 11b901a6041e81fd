import { expect, type Page } from '@playwright/test';
import vocabularyFile from '#resources/vocabulary/vocabulary.json' with { type: 'json' };
import type { FieldMap, FieldValue } from '#shared/domain/field-value.ts';
import type { Template } from '#shared/domain/template.ts';
import type { Vocabulary } from '#shared/domain/vocabulary.ts';

const vocabulary = vocabularyFile as unknown as Vocabulary;
const mostStops = 400;

/** What holds the focus, as much as a person can tell about it. */
export type Stop = {
  /** The field it belongs to, or null outside the form. */
  readonly path: string | null;
  readonly role: string;
  readonly name: string;
  readonly part: string | null;
};

/** Drives the app by the keyboard alone: it knows where the focus is and presses keys, nothing else. */
export class Keyboard {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  stop(): Promise<Stop> {
    return this.#page.evaluate(() => {
      const element = document.activeElement;
      const labels = (element as HTMLInputElement | null)?.labels;
      const labelledBy = element?.getAttribute('aria-labelledby')?.split(' ') ?? [];
      const texts = [
        element?.getAttribute('aria-label'),
        ...labelledBy.map((id) => document.getElementById(id)?.textContent),
        ...[...(labels ?? [])].map((label) => label.textContent),
        element?.textContent,
      ];
      const type = element?.getAttribute('type');
      return {
        path: element?.closest('[data-path]')?.getAttribute('data-path') ?? null,
        role:
          element?.getAttribute('role') ??
          (type === 'radio' || type === 'checkbox' ? type : (element?.tagName.toLowerCase() ?? '')),
        name: texts.filter(Boolean).join(' ').replaceAll(/\s+/g, ' ').trim(),
        part: element?.getAttribute('data-type') ?? null,
      };
    });
  }

  async press(key: string): Promise<void> {
    await this.#page.keyboard.press(key);
  }

  async type(text: string): Promise<void> {
    await this.#page.keyboard.insertText(text);
  }

  /** Presses Tab until the focus is where `isThere` says; fails after a whole round without it. */
  async tabTo(what: string, isThere: (stop: Stop) => boolean): Promise<void> {
    for (let stops = 0; stops < mostStops; stops++) {
      await this.press('Tab');
      if (isThere(await this.stop())) return;
    }
    throw new Error(`Tab does not reach ${what}`);
  }

  /** Tab by tab through the form, answering each field of `values` where the focus passes it. */
  async fillForm(template: Template, values: FieldMap): Promise<void> {
    const fields = new Map(
      template.sections.flatMap((section) => section.fields).map((field) => [field.id, field]),
    );
    const open = new Set([...fields.keys()].filter((id) => values[id] !== undefined));
    for (let stops = 0; open.size > 0; stops++) {
      if (stops > mostStops) throw new Error(`Tab does not reach ${[...open].join(', ')}`);
      await this.press('Tab');
      const { path } = await this.stop();
      const field = path === null ? undefined : fields.get(path);
      const value = field === undefined ? undefined : values[field.id];
      if (field === undefined || value === undefined || !open.has(field.id)) continue;
      open.delete(field.id);
      await this.#answer(template, field.id, value);
    }
  }

  async #answer(template: Template, id: string, value: FieldValue): Promise<void> {
    const field = template.sections
      .flatMap((section) => section.fields)
      .find((candidate) => candidate.id === id);
    switch (field?.kind) {
      case 'shortText':
      case 'longText':
        await this.press('Control+a');
        return this.type(String(value));
      case 'choice':
        return this.#choose(
          field.options.map((option) => option.value).indexOf(String(value)),
          field.options[0]?.label.en ?? '',
        );
      case 'yesNo':
        return this.#choose(value === true ? 0 : 1, 'Yes');
      case 'choices':
        for (const option of field.options) {
          if ((value as string[]).includes(option.value)) await this.press('Space');
          if (option !== field.options.at(-1)) await this.press('Tab');
        }
        return;
      case 'objectives':
      case 'principles':
      case 'sdgTargets':
      case 'countries':
      case 'regions':
        for (const code of value as string[]) await this.#addTerm(field.kind, code);
        return;
      case 'country':
        return this.#addTerm('countries', String(value));
      case 'date':
        return this.#typeDate(String(value));
      default:
        throw new Error(`the keyboard journey does not know ${field?.kind ?? id}`);
    }
  }

  async #choose(index: number, first: string): Promise<void> {
    const { role } = await this.stop();
    if (role === 'radio' || role === 'input') {
      // The first stop of an unanswered group is its first radio.
      await this.press('Space');
      for (let steps = 0; steps < index; steps++) await this.press('ArrowDown');
      return;
    }
    await this.press('Enter');
    await expect(this.#page.getByRole('option', { name: first, exact: true })).toBeVisible();
    await this.press('Home');
    for (let steps = 0; steps < index; steps++) await this.press('ArrowDown');
    await this.press('Enter');
    await expect(this.#page.getByRole('option', { name: first, exact: true })).toBeHidden();
  }

  async #addTerm(list: keyof Vocabulary, code: string): Promise<void> {
    const term = vocabulary[list].find((candidate) => candidate.code === code);
    await this.type(term?.name.en ?? code);
    await this.press('Enter');
  }

  async #typeDate(date: string): Promise<void> {
    const [year = '', month = '', day = ''] = date.split('-');
    const digits: Readonly<Record<string, string>> = { year, month, day };
    // A full part hands the focus to the next one by itself, in whatever order the language has them.
    for (let parts = 0; parts < 3; parts++) {
      const { part } = await this.stop();
      await this.#page.keyboard.type(digits[part ?? ''] ?? '');
    }
  }
}
