import type { Page } from '@playwright/test';
import { Document, HeadingLevel, Packer, Paragraph } from 'docx';
import type { FurnishedDesk } from './furnished-desk.ts';

/** Something that the app can show, found without a word of any language. */
export type RoomState = {
  readonly name: string;
  /** What of the page it has more than the states above it; absent: all of it is new. */
  readonly part?: string;
  readonly open: (page: Page) => Promise<void>;
};

const goTo = (page: Page, hash: string): Promise<void> =>
  page.evaluate((address) => {
    location.hash = address;
  }, hash);

const room = (name: string, hash: string, landmark = 'main h1'): RoomState => ({
  name,
  open: async (page) => {
    // Also from the same room, whatever is open in it.
    await goTo(page, '#/nowhere');
    await page.locator('main h1').first().waitFor();
    await goTo(page, hash);
    await page.locator(landmark).first().waitFor();
  },
});

const then = (
  { name, open }: RoomState,
  more: string,
  part: string,
  act: (page: Page) => Promise<void>,
): RoomState => ({
  name: `${name}, ${more}`,
  part,
  open: async (page) => {
    await open(page);
    await act(page);
  },
});

const choose =
  (name: string, buffer: Buffer, landmark: string) =>
  async (page: Page): Promise<void> => {
    await page
      .locator('input[type=file]')
      .first()
      .setInputFiles({ name, mimeType: 'application/octet-stream', buffer });
    await page.locator(landmark).first().waitFor();
  };

const press =
  (selector: string, landmark: string) =>
  async (page: Page): Promise<void> => {
    await page.locator(selector).first().click();
    await page.locator(landmark).first().waitFor();
  };

const csv = [
  'Title;Entity;Objectives;Country;Colour',
  'A mobile civil registry;City of A;1;Chile;blue',
  'One window;"City of B;99;Narnia;red',
  'Open data;City of C;3, 99;Narnia;green',
].join('\r\n');

const wordFile = async (): Promise<Buffer> => {
  const heading = (text: string) => new Paragraph({ text, heading: HeadingLevel.HEADING_1 });
  const children = [
    new Paragraph({ text: 'Harvest without borders', heading: HeadingLevel.TITLE }),
    heading('1. Context and rationale'),
    new Paragraph('Families cross the lake for the harvest.'),
    heading('Our weather'),
    new Paragraph('It rains in March.'),
  ];
  return Buffer.from(await Packer.toBuffer(new Document({ sections: [{ children }] })));
};

/** Every room, and what can be opened in it. */
export async function roomStates(furnished: FurnishedDesk): Promise<readonly RoomState[]> {
  const { pledge, faulty, earlier, former, update, practice, note, bundle, sealedBundle } = furnished;
  const editor = (name: string, id: string, field = ''): RoomState => ({
    ...room(`Editor, ${name}`, `#/documents/${id}${field && `?field=${field}`}`, '[data-path="title"]'),
    ...(field !== '' && { part: `[data-path="${field}"]` }),
  });
  const picker = (name: string, id: string, field: string, query = '') =>
    then(
      editor(name, id, field),
      `${field} open${query && ` for ${query}`}`,
      '.picker:focus-within',
      async (page) => {
        const box = page.locator(`[data-path="${field}"] [role=combobox]`).first();
        await box.click();
        if (query !== '') await box.fill(query);
        await page.locator(`[data-path="${field}"] .picker-list:not([hidden])`).waitFor();
      },
    );
  const panel = (name: string, id: string, index: number) =>
    then(editor(name, id), `panel ${index}`, '.checks', async (page) => {
      // In a narrow window the tabs stand at its foot.
      await page.locator(':is([role=tab], .editor-tab):visible').nth(index).click();
    });
  const desk = room('Desk', '#/desk');
  const bringIn = room('Bring in', '#/bring-in');
  const handOver = room('Hand over', '#/hand-over');
  const table = then(
    bringIn,
    'a table',
    '.bring-in',
    choose('pledges.csv', Buffer.from(csv), '.bring-in-drafts'),
  );
  const made = then(
    table,
    'drafts made',
    '.bring-in-outcome',
    press('.bring-in-bar .button[data-variant=primary]', '.bring-in-outcome .note .button'),
  );
  const wordPieces = then(
    bringIn,
    'a Word file',
    '.bring-in',
    choose('note.docx', await wordFile(), '.bring-in-word'),
  );
  return [
    desk,
    then(desk, 'documents picked', '.selection-bar', async (page) => {
      await page.locator('.desk-document').first().focus();
      await page.keyboard.press('Space');
      await page.locator('.selection-bar').waitFor();
    }),
    bringIn,
    table,
    made,
    then(
      made,
      'taken back',
      '.bring-in-outcome',
      press('.bring-in-outcome .button[data-variant=quiet]', '.bring-in-outcome .note:not(:has(.button))'),
    ),
    wordPieces,
    then(wordPieces, 'kinds open', '[role=listbox]', press('.bring-in-kind button', '[role=option]')),
    then(wordPieces, 'fields open', '[role=listbox]', press('.combo-box-open', '[role=option]')),
    then(bringIn, 'no Word file', '.bring-in', choose('note.docx', Buffer.from('words'), '[role=alert]')),
    handOver,
    then(
      handOver,
      'a bundle',
      '.bundle-room',
      choose('a.deskbundle', Buffer.from(bundle), '.bundle-preview'),
    ),
    then(
      handOver,
      'a sealed bundle',
      '.bundle-room',
      choose('b.deskbundle', Buffer.from(sealedBundle), '.bundle-unseal'),
    ),
    editor('a received pledge', pledge),
    editor('a pledge with findings', faulty, 'participants'),
    panel('a pledge with findings', faulty, 0),
    panel('a pledge with findings', faulty, 1),
    panel('a pledge with findings', faulty, 3),
    editor('a practice', practice),
    editor('an update of a pledge', update),
    {
      ...room('Editor, former fields', `#/documents/${former}`, '.former-fields'),
      part: '.former-fields',
    },
    then(
      editor('an earlier form', earlier),
      'what is new',
      '.upgrade-note',
      press('.upgrade-actions button', '.upgrade-note ul'),
    ),
    editor('a concept note', note),
    then(editor('budget', note, 'budget'), 'shares as a table', '[data-path="budget"]', async (page) => {
      await page.locator('.budget [data-active]').first().click();
      await page.locator('.share-bars .text-button').first().click();
    }),
    editor('results framework', note, 'outcomes'),
    then(
      editor('organizations', note, 'organizations'),
      'menu of an item',
      '[role=menu]',
      press('[data-path="organizations"] [data-move] button', '[role=menu]'),
    ),
    panel('a concept note', note, 2),
    then(
      panel('a concept note', note, 2),
      'a version read',
      '.reading',
      press('button.version', '.reading .form-row'),
    ),
    picker('pledge', faulty, 'objectives'),
    picker('pledge', faulty, 'objectives', 'zzz'),
    picker('concept note', note, 'sdgTargets'),
    picker('concept note', note, 'countries', 'i'),
    then(
      editor('organizations', note, 'organizations'),
      'one written',
      '.party:focus-within',
      async (page) => {
        await page.locator('[data-path^="organizations/"][data-path$="/name"] input').last().fill('un');
        await page.locator('.party .picker-list:not([hidden])').waitFor();
      },
    ),
    then(
      editor('date', note, 'meetingDate'),
      'a part of it',
      '[data-path="meetingDate"]',
      press('[data-path="meetingDate"] .date-part', '.date-part'),
    ),
    then(
      editor('export', note),
      'open',
      '.export-popover',
      press('.editor-actions .button:has(.editor-export-word)', '.export-menu'),
    ),
    room('Compare, with nothing to compare', `#/documents/${note}/compare`),
    room('Submit, a concept note', `#/documents/${note}/submit`),
    { ...room('Submit, with errors', `#/documents/${faulty}/submit`), part: '.submit-sheet' },
    room('Outbox', '#/outbox'),
    room('Settings', '#/settings'),
  ];
}
