import { expect, type Locator, type Page } from '@playwright/test';
import type { DocKind } from '#shared/domain/document.ts';
import type { FieldMap } from '#shared/domain/field-value.ts';
import type { Laptop } from '#tests/support/laptop.ts';
import { templateOf } from './documents.ts';
import { FieldWriter, fieldAt } from './field-writer.ts';

const kindNames: Readonly<Record<DocKind, string>> = {
  pledge: 'Pledge',
  'pledge-update': 'Pledge update',
  practice: 'Practice',
  'concept-note': 'Concept note',
};

export type Written = { readonly id: string; readonly values: FieldMap };

/** The app as a person sees it, by roles and names; English screens. */
export class DeskPage {
  readonly #laptop: Laptop;

  constructor(laptop: Laptop) {
    this.#laptop = laptop;
  }

  get page(): Page {
    return this.#laptop.page;
  }

  get statusLine(): Locator {
    return this.page.getByRole('contentinfo');
  }

  /** From Welcome into the training network (`Practise`), or into `Just write`. */
  async enter(start: 'Practise' | 'Just write' = 'Practise', name = 'Ana Ruiz Delgado'): Promise<void> {
    await this.page.getByRole('textbox', { name: 'Name' }).fill(name);
    await this.page.getByRole('textbox', { name: 'Organization' }).fill('Ministerio del Interior');
    await this.page.getByRole('button', { name: new RegExp(`^${start}`) }).click();
    await expect(this.page.getByRole('heading', { name: 'Desk', level: 1 })).toBeVisible();
  }

  async openRoom(room: 'Desk' | 'Outbox'): Promise<void> {
    await this.page.getByRole('navigation', { name: 'Rooms' }).getByRole('link', { name: room }).click();
    await expect(this.page.getByRole('heading', { name: room, level: 1 })).toBeVisible();
  }

  /** Begins a document from the Desk and answers its id. */
  async begin(kind: DocKind): Promise<string> {
    await this.page.getByRole('button', { name: new RegExp(`^New\\s*${kindNames[kind]}$`) }).click();
    await expect(this.page.locator('[data-path="title"]').first()).toBeVisible();
    const id = /#\/documents\/([0-9a-f-]{36})/.exec(this.page.url())?.[1];
    if (id === undefined) throw new Error(`the address names no document: ${this.page.url()}`);
    return id;
  }

  /** Follows a link inside the app, wherever it leads. */
  async goTo(address: string): Promise<void> {
    await this.page.evaluate((hash) => {
      location.hash = hash;
    }, address);
  }

  /** Opens a document by its address, as a link inside the app does. */
  async open(id: string, room: '' | '/submit' = ''): Promise<void> {
    await this.goTo(`#/documents/${id}${room}`);
    const landmark =
      room === ''
        ? this.page.locator('[data-path="title"]').first()
        : this.page.getByRole('heading', { name: 'Submit to the Network' });
    await landmark.waitFor().catch(async (cause: unknown) => {
      const shown = await this.page.locator('body').innerText();
      throw new Error(`The room of ${id} did not open; on the screen: ${shown.slice(0, 600)}`, { cause });
    });
  }

  /** Writes a whole document; answers its fields with the item ids that the app gave. */
  async write(kind: DocKind, values: FieldMap): Promise<Written> {
    await this.openRoom('Desk');
    const id = await this.begin(kind);
    const written = await new FieldWriter(this.page, templateOf(kind), values).writeAll();
    await this.everythingIsSaved();
    return { id, values: written };
  }

  text(path: string): Locator {
    const field = fieldAt(this.page, path);
    return field.getByRole('textbox').or(field.getByRole('combobox')).first();
  }

  /** Waits until the status line calls everything saved. */
  async everythingIsSaved(): Promise<void> {
    await expect(this.statusLine).toContainText('Saved on this laptop');
    await expect(this.statusLine).not.toHaveAttribute('data-saving');
  }

  /** Confirms what the checks ask, and submits; the submission then lies in the Outbox. */
  async submit(id: string, kind: DocKind): Promise<void> {
    await this.open(id, '/submit');
    const main = this.page.getByRole('main');
    const submit = main.getByRole('button', { name: `Submit ${kindNames[kind].toLowerCase()}` });
    await expect(submit).toBeVisible();
    for (const question of await main.getByRole('checkbox').all()) await question.check({ force: true });
    await submit.click();
    await expect(this.page.getByRole('heading', { name: 'Outbox', level: 1 })).toBeVisible();
  }

  /** Sends and fetches at once instead of at the next planned time. */
  async sendNow(): Promise<void> {
    await this.openRoom('Outbox');
    await this.page.getByRole('button', { name: 'Send now' }).click();
  }

  /** The receipt that the status line of a document names. */
  async receiptOf(id: string): Promise<string> {
    await this.open(id);
    await expect(this.statusLine).toContainText(/receipt TRAIN-\d{4}-\d+/, { timeout: 60_000 });
    return /TRAIN-\d{4}-\d+/.exec((await this.statusLine.textContent()) ?? '')?.[0] ?? '';
  }
}
