import { readFileSync } from 'node:fs';
import {
  Bookmark,
  CommentRangeEnd,
  CommentRangeStart,
  CommentReference,
  DeletedTextRun,
  Document,
  FootnoteReferenceRun,
  Header,
  HeadingLevel,
  InsertedTextRun,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
} from 'docx';
import fc from 'fast-check';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Template } from '#shared/domain/template.ts';
import { type Vocabulary, vocabularySchema } from '#shared/domain/vocabulary.ts';
import { readBlocks } from './docx-blocks.ts';
import { docxOfParts, maxWordBytes, nothingElse, openDocx } from './docx-package.ts';
import { ValueReader } from './read-value.ts';
import { choicesOf, draftOfWord, type PieceChoices } from './word-draft.ts';
import { kindOfPieces, piecesOf, placePieces, type WordPieces } from './word-pieces.ts';

const resources = new URL('../../resources/', import.meta.url);
const readJson = (name: string): unknown => JSON.parse(readFileSync(new URL(name, resources), 'utf8'));
const vocabulary: Vocabulary = vocabularySchema.parse(readJson('vocabulary/vocabulary.json'));
const reader = new ValueReader(vocabulary);
const pledge = readJson('templates/pledge@2.json') as Template;
const note = readJson('templates/concept-note@2.json') as Template;
const templates = [pledge, readJson('templates/practice@2.json') as Template, note];

const text = (line: string) => new Paragraph(line);
const heading = (line: string, bookmark?: string) =>
  new Paragraph({
    heading: HeadingLevel.HEADING_2,
    children: bookmark
      ? [new Bookmark({ id: bookmark, children: [new TextRun(line)] })]
      : [new TextRun(line)],
  });
const cell = (...children: (Paragraph | Table)[]) => new TableCell({ children });
const table = (...rows: TableCell[][]) =>
  new Table({ rows: rows.map((children) => new TableRow({ children })) });
const row = (...cells: string[]) => cells.map((line) => cell(text(line)));

const fileOf = async (children: (Paragraph | Table)[], more: object = {}): Promise<Uint8Array> =>
  new Uint8Array(await Packer.toBuffer(new Document({ ...more, sections: [{ children }] })));

const read = async (bytes: Uint8Array): Promise<WordPieces> => {
  const opened = openDocx(bytes);
  if (!opened.ok) throw new Error(opened.error.code);
  const blocks = await readBlocks(opened.value);
  if (!blocks.ok) throw new Error(blocks.error.code);
  return piecesOf(blocks.value, opened.value, templates);
};

const draftOf = ({ pieces }: WordPieces, template: Template, choices?: PieceChoices) => {
  const placed = placePieces(pieces, template);
  return draftOfWord(pieces, choices ?? choicesOf(pieces, placed), placed, template, reader, 'draft.docx');
};

describe('a Word file of the house template', () => {
  test('comes back field by field, whatever the headings have become', async () => {
    const word = await read(
      await fileOf([
        heading('I  Quien se compromete', 's_whoPledges'),
        heading('1\tAnything', 'f_entityName'),
        text('Harbour Council'),
        heading('12\tCountry', 'f_country'),
        text('Chile'),
        heading('19\tObjectives', 'f_objectives'),
        text('5 · Enhance availability and flexibility of pathways for regular migration'),
        text('13 · Detention'),
        heading('21\tText', 'f_description'),
        text('First line'),
        text(''),
        text('Second line'),
        heading('Start', 'f_startDate'),
        text('22 June 2027'),
        heading('None', 'f_measure'),
        text('—'),
        heading('Participants', 'f_participants'),
        table(
          row('State or organization', 'Country of headquarters'),
          row('Town of A', 'Peru'),
          row('B', '—'),
        ),
      ]),
    );
    expect(kindOfPieces(word.pieces, templates)).toBe('pledge');
    expect(draftOf(word, pledge).fields).toMatchObject({
      entityName: 'Harbour Council',
      country: 'CL',
      objectives: ['13', '5'],
      description: 'First line\n\nSecond line',
      startDate: '2027-06-22',
      'participants/0000000000/name': 'Town of A',
      'participants/0000000000/country': 'PE',
      'participants/0000000001/name': 'B',
    });
  });

  test('has its budget recognised, organization by organization', async () => {
    const word = await read(
      await fileOf([
        heading('Organizations', 'f_organizations'),
        table(row('Name', 'Acronym'), row('Labour Office', 'LO'), row('Children Fund', 'CF')),
        heading('Budget', 'f_budget'),
        table(
          row('Category (USD)', 'LO', 'CF', 'All'),
          row('1 · Staff and other personnel costs', '1,200.50', '300', '1,500.50'),
          row('Subtotal', '1,200.50', '300', '1,500.50'),
        ),
      ]),
    );
    expect(draftOf(word, note).fields).toMatchObject({
      'budget/0000000000': true,
      'budget/0000000000/category': '1',
      'budget/0000000000/amount/0000000000': 120_050,
      'budget/0000000000/amount/0000000001': 30_000,
    });
  });
});

describe('a budget table that somebody made', () => {
  const budgetOf = async (...rows: TableCell[][]) => {
    const word = await read(
      await fileOf([
        heading('Organizations', 'f_organizations'),
        table(row('Name', 'Acronym'), row('Labour Office', 'LO'), row('Children Fund', 'CF')),
        heading('Budget', 'f_budget'),
        table(...rows),
      ]),
    );
    const { fields, kept, warnings } = draftOf(word, note);
    const lines = Object.keys(fields).flatMap((path) => {
      const line = /^budget\/\d+$/u.exec(path)?.[0];
      if (line === undefined) return [];
      const amounts = ['0000000000', '0000000001'].map((item) => fields[`${line}/amount/${item}`] ?? null);
      return [[fields[`${line}/category`] ?? '', fields[`${line}/description`] ?? '', ...amounts]];
    });
    return { lines, kept: kept.map(({ text: said }) => said), warnings: warnings.map(({ code }) => code) };
  };

  test('keeps the words of its lines, also where they begin like the number of a category', async () => {
    expect(
      await budgetOf(
        row('Line (USD)', 'LO', 'CF'),
        row('1. Project officer in Lima', '100', '10'),
        row('3-day workshop for officials', '200', '20'),
        row('5. TRAVEL', '300', '30'),
        row('2. Travel', '400', '40'),
        row('Travel: flights to Lima', '500', '50'),
        row('6', '600', '60'),
        row('Total', '2,100.00', '210.00'),
      ),
    ).toEqual({
      lines: [
        ['', '1. Project officer in Lima', 10_000, 1_000],
        ['', '3-day workshop for officials', 20_000, 2_000],
        ['5', '', 30_000, 3_000],
        ['5', '2. Travel', 40_000, 4_000],
        ['5', 'Travel: flights to Lima', 50_000, 5_000],
        ['6', '', 60_000, 6_000],
      ],
      kept: [],
      warnings: [],
    });
  });

  test.each(['Total', 'Total (USD)', 'TOTAL USD', 'Grand total', 'Итого', '总计', 'المجموع', 'All', 'ALL'])(
    'has a column "%s" compared with the sums of its lines, and no organization in it',
    async (sum) => {
      const withSum = (said: string) =>
        budgetOf(
          row('Line (USD)', 'LO', 'CF', sum),
          row('Travel', '100', '10', said),
          row('Total', '100', '10', said),
        );
      expect(await withSum('110')).toEqual({ lines: [['5', '', 10_000, 1_000]], kept: [], warnings: [] });
      expect(await withSum('111')).toMatchObject({
        kept: [expect.stringContaining('111')],
        warnings: ['sums-differ'],
      });
    },
  );

  test('gives its currency to the document, and no amount where that has another or where it counts thousands', async () => {
    const from = async (corner: string, ...before: (Paragraph | Table)[]) => {
      const word = await read(
        await fileOf([
          heading('Organizations', 'f_organizations'),
          table(row('Name', 'Acronym'), row('Labour Office', 'LO')),
          ...before,
          heading('Budget', 'f_budget'),
          table(row(corner, 'LO'), row('Travel', '1.500,25')),
        ]),
      );
      const { fields, kept, warnings } = draftOf(word, note);
      const amount = fields['budget/0000000000/amount/0000000000'];
      return [fields.currency, amount, warnings.map(({ code }) => code), kept.length];
    };
    const inDollars = [heading('Currency', 'f_currency'), text('USD')];
    expect(await from('Line (EUR)')).toEqual(['EUR', 150_025, [], 0]);
    expect(await from('BUDGET FOR ALL')).toEqual([undefined, 150_025, [], 0]);
    expect(await from('Line (USD)', ...inDollars)).toEqual(['USD', 150_025, [], 0]);
    expect(await from('Line (EUR)', ...inDollars)).toEqual(['USD', undefined, ['other-unit'], 1]);
    expect(await from('Line (thousand EUR)')).toEqual([undefined, undefined, ['other-unit'], 1]);
    expect(await from('Línea (miles de USD)', ...inDollars)).toEqual(['USD', undefined, ['other-unit'], 1]);
  });

  test('says which of its columns is no organization of the document', async () => {
    expect(
      await budgetOf(
        row('Line (USD)', 'LO', 'Partner'),
        row('Travel', '100', '10'),
        row('Total', '100', '10'),
      ),
    ).toMatchObject({
      lines: [['5', '', 10_000, null]],
      warnings: ['unknown-name'],
      kept: [expect.stringContaining('Partner')],
    });
  });

  test('is kept as well where words over its lines are more than the name of a category', async () => {
    expect(
      await budgetOf(
        row('Line (USD)', 'LO', 'CF'),
        row('5. Travel', '', ''),
        row('Flights', '100', '10'),
        row('Subtotal', '100', '10'),
        row('First component', '', ''),
        row('Fuel', '200', '20'),
      ),
    ).toEqual({
      lines: [
        ['5', 'Flights', 10_000, 1_000],
        ['', 'Fuel', 20_000, 2_000],
      ],
      kept: [
        'Line (USD) | LO | CF\n5. Travel |  | \nFlights | 100 | 10\nSubtotal | 100 | 10\nFirst component |  | \nFuel | 200 | 20',
      ],
      warnings: [],
    });
  });
});

describe('any Word file', () => {
  const free = () =>
    fileOf(
      [
        new Paragraph({ heading: HeadingLevel.TITLE, children: [new TextRun('Harvest without borders')] }),
        text('A page before everything.'),
        heading('1. Context and rationale'),
        new Paragraph({
          children: [
            new TextRun('We '),
            new InsertedTextRun({ text: 'will ', id: 1, author: 'L', date: '2026-01-01T00:00:00Z' }),
            new DeletedTextRun({ text: 'shall ', id: 2, author: 'L', date: '2026-01-01T00:00:00Z' }),
            new TextRun('act'),
            new FootnoteReferenceRun(1),
            new CommentRangeStart(0),
            new TextRun(' now.'),
            new CommentRangeEnd(0),
            new CommentReference(0),
          ],
        }),
        new Paragraph({ text: 'one', bullet: { level: 0 } }),
        new Paragraph({ text: 'two', bullet: { level: 1 } }),
        heading('Our weather'),
        table([cell(text('a')), cell(text('b'), table(row('x', 'y')), text(''))]),
      ],
      {
        footnotes: { 1: { children: [text('The note.')] } },
        comments: {
          children: [{ id: 0, author: 'Leila', date: new Date(0), children: [text('Is it so?')] }],
        },
      },
    );

  test('is cut at its headings; each piece has its text, and each oddity is said', async () => {
    const word = await read(await free());
    expect(word.pieces.map(({ from, heading: head, text: said }) => [from, head, said])).toEqual([
      ['body', '', 'Harvest without borders'],
      ['body', '', 'A page before everything.'],
      ['body', 'Context and rationale', 'We will act[1] now.\n[1] The note.\n\n- one\n  - two'],
      ['body', 'Our weather', 'a | b\n    x | y'],
      ['comment', 'Leila', 'Is it so?'],
      ['deleted', 'Context and rationale', 'shall'],
    ]);
    expect(word.warnings.map(({ code }) => code)).toEqual([
      'tracked-changes',
      'comments-kept',
      'notes-kept',
      'tables-as-lines',
    ]);
  });

  test('keeps what nobody placed, and leaves out only what the person said', async () => {
    const word = await read(await free());
    const { fields, kept } = draftOf(word, note, {
      ...choicesOf(word.pieces, placePieces(word.pieces, note)),
      1: { do: 'leave-out' },
      4: { do: 'place', field: 'context', how: 'append' },
    });
    expect(fields.title).toBe('Harvest without borders');
    expect(fields.context).toBe('We will act[1] now.\n[1] The note.\n\n- one\n  - two\n\nLeila\nIs it so?');
    expect(kept).toEqual([{ label: 'Our weather', text: 'a | b\n    x | y' }]);
    expect(draftOf(word, note).kept).toContainEqual({ label: '—', text: 'A page before everything.' });
  });

  test('has what was deleted in it shown under its heading, left out until the person places it', async () => {
    const gone = (words: string) =>
      new DeletedTextRun({ text: words, id: 1, author: 'L', date: '2026-01-01T00:00:00Z' });
    const word = await read(
      await fileOf(
        [
          new Paragraph({ children: [gone('A & B')] }),
          heading('1. Context and rationale'),
          new Paragraph({
            children: [gone('not '), gone('once '), new TextRun('twice'), gone(' or thrice')],
          }),
          new Paragraph({ children: [gone('A whole paragraph.')] }),
          heading('Risks'),
          new Paragraph({ children: [gone('None.'), new FootnoteReferenceRun(1)] }),
        ],
        { footnotes: { 1: { children: [new Paragraph({ children: [gone('Old note.')] })] } } },
      ),
    );
    const deleted = word.pieces.filter(({ from }) => from === 'deleted');
    expect(deleted.map(({ heading: head, text: said }) => [head, said])).toEqual([
      ['', 'A & B'],
      ['Context and rationale', 'not once … or thrice\nA whole paragraph.'],
      ['Risks', 'None.'],
      ['footnotes', 'Old note.'],
    ]);
    const first = choicesOf(word.pieces, placePieces(word.pieces, note));
    expect(JSON.stringify(draftOf(word, note).fields)).not.toMatch(/A & B|thrice|None|Old note/);
    const [top, context, risks] = deleted.map(({ id }) => id);
    const { fields, kept } = draftOf(word, note, {
      ...Object.fromEntries(Object.entries(first).filter(([id]) => Number(id) !== top)),
      [context ?? -1]: { do: 'place', field: 'context', how: 'append' },
      [risks ?? -1]: { do: 'place', field: 'sustainability', how: 'append' },
    });
    expect(fields).toMatchObject({
      context: 'twice\n\nnot once … or thrice\nA whole paragraph.',
      sustainability: 'None.',
    });
    expect(kept.map(({ text: said }) => said)).toContain('A & B');
  });

  test('keeps the number or the initials that its own headings begin with', async () => {
    const bold = (line: string) => new Paragraph({ children: [new TextRun({ text: line, bold: true })] });
    const own = [
      '12 communities in Loreto',
      'U.S. support',
      '3 million people',
      '4. Our weather',
      'In short:',
    ];
    const gone = new DeletedTextRun({ text: 'Rain', id: 1, author: 'L', date: '2026-01-01T00:00:00Z' });
    const word = await read(
      await fileOf([
        bold('1. Context and rationale'),
        text('Why'),
        ...own.flatMap((line) => [bold(line), text('Said')]),
        new Paragraph({ children: [gone] }),
      ]),
    );
    expect(word.pieces.map(({ heading: head }) => head)).toEqual([
      'Context and rationale',
      ...own,
      'In short:',
    ]);
    const { kept } = draftOf(word, note);
    expect(kept.map(({ label }) => label)).toEqual(own);
  });

  test('is cut at headings that are numbered by the program, too', async () => {
    const numbered = (line: string) =>
      new Paragraph({ text: line, heading: HeadingLevel.HEADING_1, bullet: { level: 0 } });
    const word = await read(
      await fileOf([numbered('Context and rationale'), text('Why'), numbered('Risks')]),
    );
    expect(word.pieces.map(({ heading: head, text: said }) => [head, said])).toEqual([
      ['Context and rationale', 'Why'],
    ]);
  });

  const level1 = (line: string) => new Paragraph({ text: line, heading: HeadingLevel.HEADING_1 });
  const titlesOf = async (...children: (Paragraph | Table)[]) => {
    const { pieces } = await read(await fileOf(children));
    return pieces.filter(({ isTitle }) => isTitle).map(({ text: said }) => said);
  };

  test('has its first heading as its title where it has no other', async () => {
    const word = await read(
      await fileOf([text('Draft of May'), level1('Harvest'), text('By us'), heading('Context'), text('Why')]),
    );
    expect(word.pieces.map(({ heading: head, isTitle, text: said }) => [head, isTitle, said])).toEqual([
      ['', false, 'Draft of May'],
      ['', true, 'Harvest'],
      ['', false, 'By us'],
      ['Context', false, 'Why'],
    ]);
    expect(draftOf(word, note).fields.title).toBe('Harvest');
    expect(await titlesOf(level1('Harvest'), level1('1. Context'), text('Why'), level1('Risks'))).toEqual([
      'Harvest',
    ]);
    const numbered = new Paragraph({
      text: 'Harvest',
      heading: HeadingLevel.HEADING_1,
      bullet: { level: 0 },
    });
    expect(await titlesOf(numbered, text('By us'))).toEqual(['Harvest']);
  });

  test('has no title in a heading that is one of several, names a field, or stands after a title', async () => {
    expect(await titlesOf(level1('Weather'), text('Rain'), level1('Thanks'), text('All'))).toEqual([]);
    expect(await titlesOf(level1('Context and rationale'), text('Why'), heading('News'))).toEqual([]);
    expect(await titlesOf(level1('Presupuesto'), heading('News'), text('New'))).toEqual([]);
    const title = new Paragraph({ text: 'Harvest', heading: HeadingLevel.TITLE });
    expect(await titlesOf(title, level1('Weather'), text('Rain'))).toEqual(['Harvest']);
  });

  test('has a table under the name of the budget section taken for the budget, and words for its notes', async () => {
    const fieldOf = async (content: Paragraph | Table) => {
      const { pieces } = await read(await fileOf([heading('7. Presupuesto'), content]));
      return placePieces(pieces, note).get(0);
    };
    expect(await fieldOf(table(row('Categoría', 'OIT'), row('Personal', '100')))).toEqual({
      field: 'budget',
      by: 'similar',
    });
    expect(await fieldOf(text('Un millón en total.'))).toEqual({ field: 'budgetNote', by: 'similar' });
  });

  test('keeps the words of a heading that are more than the name of its field, whatever the field takes', async () => {
    const word = await read(
      await fileOf([
        heading('The participating UN organizations of Loreto'),
        table(row('Name', 'Acronym'), row('Labour Office', 'LO')),
        heading('Budget overview of the first phase'),
        table(row('Line (USD)', 'LO'), row('Travel', '100')),
        heading('Gender marker of the pilot'),
        text('2'),
        heading('Context and rationale (as agreed in Lima)'),
        text('Why'),
        heading('Duration in months (two phases)'),
        text('24'),
        heading('Innovation (none so far)'),
        heading('Context'),
      ]),
    );
    const all = ['organizations', 'budget', 'genderMarker', 'context', 'durationMonths'];
    const choices = Object.fromEntries(
      all.map((field, id) => [id, { do: 'place', field, how: 'append' }] as const),
    );
    const { fields, kept } = draftOf(word, note, choices);
    expect(fields).toMatchObject({
      'organizations/0000000000/acronym': 'LO',
      'budget/0000000000/amount/0000000000': 10_000,
      genderMarker: 2,
      context: 'Why',
      durationMonths: 24,
    });
    expect(kept.map(({ text: said }) => said).sort()).toEqual([
      'Budget overview of the first phase',
      'Context and rationale (as agreed in Lima)',
      'Duration in months (two phases)',
      'Gender marker of the pilot',
      'Innovation (none so far)',
      'The participating UN organizations of Loreto',
    ]);
  });

  test('that replaces a piece puts the other one among what is not yet placed', async () => {
    const word = await read(await fileOf([heading('Context'), text('Old'), heading('News'), text('New')]));
    const { fields, kept } = draftOf(word, note, {
      0: { do: 'place', field: 'context', how: 'append' },
      1: { do: 'place', field: 'context', how: 'replace' },
    });
    expect(fields.context).toBe('News\nNew');
    expect(kept).toEqual([{ label: 'Context', text: 'Old' }]);
  });

  test('headers and footers are pieces of their own', async () => {
    const document = new Document({
      sections: [
        { headers: { default: new Header({ children: [text('Ministry')] }) }, children: [text('Body')] },
      ],
    });
    const word = await read(new Uint8Array(await Packer.toBuffer(document)));
    expect(word.pieces.map(({ from, text: said }) => [from, said])).toEqual([
      ['body', 'Body'],
      ['margin', 'Ministry'],
    ]);
  });
});

describe('a file that is no safe Word file', () => {
  let good: Uint8Array;
  beforeAll(async () => {
    good = await fileOf([heading('Context'), text('Some text'), table(row('a', 'b'))]);
  });
  const refusal = (bytes: Uint8Array) => {
    const opened = openDocx(bytes);
    return opened.ok ? null : opened.error;
  };
  const withPart = (part: string, content: string | Uint8Array) =>
    zipSync({ ...unzipSync(good), [part]: typeof content === 'string' ? strToU8(content) : content });

  test('is refused by name, with the part and line where there is one', () => {
    const ole = Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...new Array(100).fill(0)]);
    const locked = Buffer.concat([ole, Buffer.from('EncryptedPackage', 'utf16le'), Buffer.alloc(40)]);
    expect({
      empty: refusal(new Uint8Array()),
      text: refusal(strToU8('hello')),
      old: refusal(ole),
      locked: refusal(new Uint8Array(locked)),
      odt: refusal(zipSync({ mimetype: strToU8('application/vnd.oasis.opendocument.text') })),
      sheet: refusal(zipSync({ 'xl/workbook.xml': strToU8('<a/>') })),
      table: refusal(zipSync({ mimetype: strToU8('application/vnd.oasis.opendocument.spreadsheet') })),
      other: refusal(zipSync({ 'photo.txt': strToU8('a') })),
      cut: refusal(good.subarray(0, good.length - 60)),
      broken: refusal(withPart('word/document.xml', '<w:document>\n<w:body>\n</w:document>')),
      entities: refusal(withPart('word/document.xml', '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>')),
    }).toMatchObject({
      empty: { code: 'empty-file' },
      text: { code: 'not-a-zip' },
      old: { code: 'old-word' },
      locked: { code: 'encrypted' },
      odt: { code: 'open-document' },
      sheet: { code: 'workbook' },
      table: { code: 'workbook' },
      other: { code: 'not-word' },
      cut: { code: 'damaged-archive' },
      broken: { code: 'broken-xml', params: { part: 'word/document.xml', line: 3 } },
      entities: { code: 'broken-xml', params: { part: 'word/document.xml' } },
    });
  });

  test('a file of 200 MB and an archive that unpacks without end are refused before they are unpacked', () => {
    expect(refusal(new Uint8Array(200_000_000))).toEqual({
      code: 'file-too-large',
      params: { limitBytes: maxWordBytes, actualBytes: 200_000_000 },
    });
    expect(refusal(withPart('word/document.xml', new Uint8Array(45_000_000)))).toMatchObject({
      code: 'unpacks-too-large',
      params: { part: 'word/document.xml' },
    });
  });

  test('macros are not run and not brought in, and that is said', async () => {
    const bytes = withPart('word/vbaProject.bin', 'Sub AutoOpen()');
    const opened = openDocx(bytes);
    expect(opened.ok && Object.keys(unzipSync(opened.value.archive))).not.toContain('word/vbaProject.bin');
    expect((await read(bytes)).warnings.map(({ code }) => code)).toContain('macros-left-out');
  });

  /** A file of the fewest parts that Word reads: most of the time of a fuzz test goes into parts that are the same. */
  const leastParts = (documentXml: string) => ({
    '[Content_Types].xml': strToU8(
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    ),
    '_rels/.rels': strToU8(
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
    ),
    'word/document.xml': strToU8(documentXml),
  });
  const wrap = (body: string) =>
    `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:v="urn:schemas-microsoft-com:vml" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><w:body>${body}</w:body></w:document>`;
  test('mutated bytes are read or refused, never thrown at (10,000 files)', () => {
    const small = zipSync(leastParts(wrap('<w:p><w:r><w:t>Some text</w:t></w:r></w:p>')));
    const at = fc.double({ min: 0, max: 1, noNaN: true });
    const bytes = fc.array(fc.tuple(at, fc.nat(255)), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(bytes, fc.nat(20), fc.nat(9), (changes, cut, which) => {
        const whole = which === 0 ? good : small;
        const mutated = whole.slice(0, cut === 0 ? Math.floor(whole.length / 2) : whole.length);
        for (const [place, byte] of changes) mutated[Math.floor(place * (mutated.length - 1))] = byte;
        const opened = openDocx(mutated);
        if (!opened.ok) expect(opened.error.code).toMatch(/^[a-z-]+$/);
      }),
      { numRuns: 10_000 },
    );
  });

  const readXml = async (body: string, more: Readonly<Record<string, string>> = {}) => {
    const others = Object.entries(more).map(([part, xml]) => [part, strToU8(xml)] as const);
    return read(zipSync({ ...leastParts(wrap(body)), ...Object.fromEntries(others) }));
  };
  test('is read from the part that it names, as Word on the web names another', async () => {
    const named = Object.entries(leastParts(wrap('<w:p><w:r><w:t>Written on the web</w:t></w:r></w:p>'))).map(
      ([part, content]) => [
        part.replace('document.xml', 'document2.xml'),
        strToU8(strFromU8(content).replaceAll('document.xml', 'document2.xml')),
      ],
    );
    expect(said(await read(zipSync(Object.fromEntries(named))))).toEqual(['Written on the web']);
  });

  const said = ({ pieces }: WordPieces) => pieces.map(({ text: words }) => words);
  const asides = ({ pieces }: WordPieces) =>
    pieces
      .filter(({ from }) => !['body', 'margin', 'comment', 'deleted'].includes(from))
      .map(({ from, heading: over, text: words }) => [from, over, words]);
  /** Text in a place that the reader does not know. */
  const hidden = '<w:unknown><w:r><w:t>Not </w:t></w:r><w:r><w:t>reached</w:t></w:r></w:unknown>';

  test('what of it was not reached is a piece, whatever notes, addresses and boxes are read beside it', async () => {
    const parts = {
      'word/_rels/document.xml.rels':
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink" Target="https://example.org/a/long/address" TargetMode="External"/></Relationships>',
      'word/footnotes.xml':
        '<w:footnotes xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:footnote w:id="1"><w:p><w:r><w:t>A long note at the foot</w:t></w:r></w:p></w:footnote></w:footnotes>',
    };
    const box =
      '<w:sdt><w:sdtPr><w14:checkbox/></w:sdtPr><w:sdtContent><w:r><w:t>☐</w:t></w:r></w:sdtContent></w:sdt>';
    const link = '<w:hyperlink r:id="r1"><w:r><w:t>Here</w:t></w:r></w:hyperlink>';
    const bold = '<w:r><w:rPr><w:b/></w:rPr><w:t>Bold</w:t></w:r>';
    const note = '<w:r><w:footnoteReference w:id="1"/></w:r>';
    const body = (inside: string) => `<w:p>${box}${link}${bold}${inside}</w:p><w:p>${bold}${note}</w:p>`;
    const text = '☐Here (https://example.org/a/long/address)Bold\n\nBold[1]\n[1] A long note at the foot';
    const whole = await readXml(body(''), parts);
    expect(said(whole)).toEqual([text]);
    expect(whole.warnings).toEqual([{ place: '', code: 'notes-kept', params: { count: 1 } }]);
    const more = await readXml(body(hidden), parts);
    expect(more.warnings).toContainEqual({ place: '', code: 'aside-kept', params: { count: 1 } });
    expect(asides(more)).toEqual([['elsewhere', '', 'Not reached']]);
    const bare = await readXml('<w:p/>', parts);
    expect(asides(bare)).toEqual([['elsewhere', '', 'A long note at the foot']]);
  });

  const para = (...words: string[]) => `<w:p>${words.map(runOf).join('')}</w:p>`;
  const runOf = (words: string) =>
    words.startsWith('<') ? words : `<w:r><w:t xml:space="preserve">${words}</w:t></w:r>`;
  const inDrawing = (...paragraphs: string[]) =>
    `<w:drawing><wps:txbx><w:txbxContent>${paragraphs.join('')}</w:txbxContent></wps:txbx></w:drawing>`;
  const inPicture = (...paragraphs: string[]) =>
    `<w:pict><v:shape><v:textbox><w:txbxContent>${paragraphs.join('')}</w:txbxContent></v:textbox></v:shape></w:pict>`;
  const twoWays = (choice: string, fallback: string) =>
    `<w:r><mc:AlternateContent><mc:Choice Requires="wps">${choice}</mc:Choice><mc:Fallback>${fallback}</mc:Fallback></mc:AlternateContent></w:r>`;
  const titled = (words: string) => `<w:p><w:pPr><w:pStyle w:val="Heading2"/></w:pPr>${runOf(words)}</w:p>`;

  test('has its text boxes once, under the heading over them, whichever ways they are written in', async () => {
    const box = [para('Call 555'), para('at 5 &amp; 6')];
    const both = await readXml(para('Ask us.', twoWays(inDrawing(...box), inPicture(...box))));
    expect(said(both)).toEqual(['Ask us.\n\nCall 555\n\nat 5 & 6']);
    expect(both.warnings).toEqual([]);
    const inner = inDrawing(
      para('Outer '),
      para(twoWays(inDrawing(para('inner')), inPicture(para('inner')))),
    );
    const word = await readXml(
      [
        titled('1. Context and rationale'),
        para('Why. ', `<w:r>${inDrawing(...box)}</w:r>`, ' So.'),
        titled('Strategy'),
        para('How.', twoWays(inDrawing(para('New words')), inPicture(para('Old words')))),
        para(`<w:r>${inner}</w:r>`),
      ].join(''),
    );
    expect(asides(word)).toEqual([
      ['text-box', 'Context and rationale', 'Call 555\nat 5 & 6'],
      ['text-box', 'Strategy', 'New words'],
      ['text-box', 'Strategy', 'Outer\ninner'],
    ]);
    expect(
      said(word)
        .join('\n')
        .match(/Old words|inner/gu),
    ).toEqual(['Old words', 'inner']);
    expect(word.warnings).toContainEqual({ place: '', code: 'aside-kept', params: { count: 3 } });
    const placed = word.pieces.findIndex(({ from }) => from === 'text-box');
    expect(draftOf(word, note).kept).toContainEqual({
      label: 'Context and rationale',
      text: 'Call 555\nat 5 & 6',
    });
    const choices: PieceChoices = { [placed]: { do: 'place', field: 'strategy', how: 'append' } };
    expect(draftOf(word, note, choices).fields.strategy).toBe('Call 555\nat 5 & 6');
  });

  test('has its formulas, diagrams and merged cells, and what runs from right to left in its line', async () => {
    const formula = '<m:oMath><m:r><m:t>a</m:t></m:r><m:r><m:t>=b</m:t></m:r></m:oMath>';
    const bidi = `${runOf('Here ')}<w:bdo w:val="rtl">${runOf('نص')}</w:bdo><w:dir w:val="rtl">${runOf(' عربي')}</w:dir>`;
    const ruby = `<w:r><w:ruby><w:rubyPr/><w:rt>${runOf('hàn')}</w:rt><w:rubyBase>${runOf('汉')}</w:rubyBase></w:ruby></w:r>`;
    const merged = (how: string, words: string) =>
      `<w:tr><w:tc><w:tcPr><w:vMerge${how}/></w:tcPr>${para(words)}</w:tc></w:tr>`;
    const moved = `<w:p><w:moveFrom>${runOf('Moved words')}</w:moveFrom>${runOf('x')}</w:p><w:p><w:moveTo>${runOf('Moved ')}${runOf('words')}</w:moveTo></w:p>`;
    const word = await readXml(
      [
        `<w:p>${bidi}${formula}${ruby}</w:p>`,
        `<w:tbl>${merged(' w:val="restart"', 'Shown')}${merged('', 'Hidden under it')}</w:tbl>`,
        moved,
      ].join(''),
      {
        'word/diagrams/data1.xml':
          '<d xmlns:a="x"><a:p><a:r><a:t>Step 1 &amp; 2</a:t></a:r></a:p><a:p><a:t>Step 3</a:t></a:p></d>',
      },
    );
    expect(said(word)[0]).toBe('Here نص عربي汉\n\nShown\n\nx\n\nMoved words');
    expect(asides(word)).toEqual([
      ['formula', '', 'a=b'],
      ['elsewhere', '', 'hàn'],
      ['elsewhere', '', 'Hidden under it'],
      ['diagram', '', 'Step 1 & 2\nStep 3'],
    ]);
  });

  test('has every sign of it, the chosen entry of a list of its form, and text that XML takes as it is', async () => {
    const sign = (font: string, code: string) => `<w:r><w:sym w:font="${font}" w:char="${code}"/></w:r>`;
    const list = (result: string) =>
      `<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:ddList>${result}<w:listEntry w:val="Yes"/><w:listEntry w:val="No &amp; never"/></w:ddList></w:ffData></w:fldChar></w:r><w:r><w:instrText>FORMDROPDOWN</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>`;
    const word = await readXml(
      [
        para(sign('Wingdings', 'F0FC'), sign('Calibri', '20AC'), sign('Strange', 'F041'), 'a'),
        para('b', '<w:r><w:cr/></w:r>', 'c', '<w:r><w:ptab w:relativeTo="margin"/></w:r>', 'd'),
        para('Agreed: ', list('<w:result w:val="1"/>'), ', signed: ', list('')),
        '<!-- <w:p><w:r><w:t>A comment</w:t></w:r></w:p> --><?other <w:t>no</w:t>?>',
        '<w:p><w:r><w:t><![CDATA[1 < 2 & "3"]]></w:t></w:r></w:p>',
      ].join(''),
    );
    expect(said(word)).toEqual(['✓€\ufffda\n\nb\nc\td\n\nAgreed: No & never, signed: Yes\n\n1 < 2 & "3"']);
    expect(word.warnings).toEqual([]);
  });

  test('has its head and what was deleted, also where its elements have another prefix', async () => {
    const other = (xml: string) =>
      strToU8(
        xml.replaceAll('<w:', '<ns0:').replaceAll('</w:', '</ns0:').replaceAll('xmlns:w=', 'xmlns:ns0='),
      );
    const body = `<w:p>${runOf('Text of ns0: all')}<w:del><w:r><w:delText>gone</w:delText></w:r></w:del></w:p>`;
    const head = `<w:hdr xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${para('Ministry')}</w:hdr>`;
    const word = await read(
      zipSync({
        ...leastParts(''),
        'word/document.xml': other(wrap(body)),
        'word/header1.xml': other(head),
      }),
    );
    expect(word.pieces.map(({ from, text: words }) => [from, words])).toEqual([
      ['body', 'Text of ns0: all'],
      ['margin', 'Ministry'],
      ['deleted', 'gone'],
    ]);
  });

  test('has the words of a head once, and where a box in it is written in two ways', async () => {
    const head = `<w:hdr xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:mc="m" xmlns:wps="p" xmlns:v="v">${para('Ministry ', twoWays(inDrawing(para('Box')), inPicture(para('Box'))))}</w:hdr>`;
    const word = await readXml(para('Text'), { 'word/header1.xml': head });
    expect(said(word)).toEqual(['Text', 'Ministry \nBox']);
  });

  test('has the text of its simple fields, with the address of a link', async () => {
    const field = (code: string, inside: string) => `<w:fldSimple w:instr='${code}'>${inside}</w:fldSimple>`;
    const run = (words: string) => `<w:r><w:t>${words}</w:t></w:r>`;
    const inside = [
      run('We ask for'),
      field(' MERGEFIELD Amount ', run(' USD 2,500,000')),
      field(' IF 2 > 1 ', field('DATE', run(' now,'))),
      '<w:fldSimple w:instr="PAGE"/>',
      field(' HYPERLINK "https://example.org/why" ', run('see why')),
      hidden,
    ].join('');
    const word = await readXml(`<w:p>${inside}</w:p>`);
    expect(said(word)[0]).toBe('We ask for USD 2,500,000 now,see why (https://example.org/why)');
    expect(asides(word)).toEqual([['elsewhere', '', 'Not reached']]);
  });

  test('has the address of a link once, however many runs its words are cut into', async () => {
    const run = (inside: string) => `<w:r>${inside}</w:r>`;
    const mark = (type: string) => run(`<w:fldChar w:fldCharType="${type}"/>`);
    const link = (code: string, ...words: string[]) =>
      [
        mark('begin'),
        run(`<w:instrText>HYPERLINK ${code}</w:instrText>`),
        mark('separate'),
        ...words.map((word) => run(`<w:t xml:space="preserve">${word}</w:t>`)),
        mark('end'),
      ].join('');
    const word = await readXml(
      `<w:p>${link('"https://example.org/a"', 'our ', 'whole', ' plan')}${run('<w:t>, </w:t>')}${link(
        '"https://example.org/b" \\o "Opens &quot;B&quot;" \\t "_blank"',
        'and ',
        'b',
      )}${link('"https://example.org/c" \\l "part"', 'c')}</w:p>`,
    );
    expect(said(word)).toEqual([
      'our whole plan (https://example.org/a), and b (https://example.org/b)c (https://example.org/c#part)',
    ]);
    expect(word.warnings).toEqual([]);
  });

  const leaf = fc.constantFrom(
    '<w:r><w:t>word</w:t></w:r>',
    '<w:t>x</w:t>',
    '<w:r><w:delText>gone</w:delText></w:r>',
    '<w:br/>',
    '<w:tab/>',
    '<w:drawing/>',
    '<w:numPr/>',
    '<w:bookmarkStart w:id="1" w:name="f_budget"/>',
    '<w:bookmarkStart w:id="2" w:name="f_outcomes"/>',
    '<w:pPr><w:pStyle w:val="Heading2"/></w:pPr>',
    '<w:pPr><w:pStyle w:val="ItemName"/></w:pPr>',
    '<w:tcPr><w:gridSpan w:val="4"/></w:tcPr>',
    '',
  );
  const names = fc.constantFrom(
    ...[
      'w:p',
      'w:r',
      'w:tbl',
      'w:tr',
      'w:tc',
      'w:ins',
      'w:del',
      'w:sdt',
      'w:sdtContent',
      'w:fldSimple',
      'w:hyperlink',
      'w:pPr',
      'w:bdo',
      'w:ruby',
      'w:unknown',
      'w:drawing',
      'w:pict',
      'w:txbxContent',
      'w:moveFrom',
      'mc:AlternateContent',
      'mc:Choice',
      'mc:Fallback',
    ],
  );
  const { node } = fc.letrec<{ node: string }>((tie) => ({
    node: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      leaf,
      fc
        .tuple(names, fc.array(tie('node'), { maxLength: 3 }))
        .map(([name, inner]) => `<${name}>${inner.join('')}</${name}>`),
    ),
  }));
  const bodies = fc.array(node, { minLength: 1, maxLength: 4 });

  /** Brings a document in and counts the words of it that are nowhere. */
  const lostWords = async (body: readonly string[]): Promise<number> => {
    const documentXml = wrap(body.join(''));
    const docx = docxOfParts(leastParts(documentXml), nothingElse);
    if (!docx.ok) throw new Error(`well-formed, but ${docx.error.code}`);
    const blocks = await readBlocks(docx.value);
    // What the reader gives up on is refused whole.
    if (!blocks.ok) return blocks.error.code === 'unreadable' ? 0 : Number.NaN;
    const word = piecesOf(blocks.value, docx.value, templates);
    const { fields } = draftOf(word, note);
    const said = Object.entries(fields).flatMap(([path, value]) =>
      path === 'importedFrom' ? [] : [String(value)],
    );
    // The heading of a question is the form's own.
    const questions = blocks.value.blocks.flatMap((block) =>
      block.block === 'paragraph' && block.anchors.length > 0 ? [block.text] : [],
    );
    const shown = word.pieces.flatMap(({ from, text: deleted }) => (from === 'deleted' ? [deleted] : []));
    // What the file has in two ways is wanted once.
    const once = docx.value.documentXml;
    const gone = once.split('gone').length - shown.join(' ').split('gone').length;
    const words = once.split('<w:t>word</w:t>').length - 1;
    const kept = [...said, ...questions].join(' ').split('word').length - 1;
    return Math.max(0, words - kept) + gone;
  };

  test('a document of any structure is read or refused, and none of its words is lost (10,000 documents)', async () => {
    // Read 25 at a time: one by one, most of the time would be waiting.
    const documents = fc.array(bodies, { minLength: 25, maxLength: 25 });
    await fc.assert(
      fc.asyncProperty(documents, async (all) => {
        const lost = await Promise.all(all.map(lostWords));
        expect(all.filter((_, index) => lost[index] !== 0)).toEqual([]);
      }),
      { numRuns: 400 },
    );
  });

  test('the same through the zip, with every part of a real file (300 files)', async () => {
    const parts = unzipSync(good);
    await fc.assert(
      fc.asyncProperty(bodies, async (body) => {
        const file = { ...parts, 'word/document.xml': strToU8(wrap(body.join(''))) };
        const opened = openDocx(zipSync(file, { level: 0 }));
        if (!opened.ok) throw new Error(opened.error.code);
        const blocks = await readBlocks(opened.value);
        if (!blocks.ok) expect(blocks.error.code).toBe('unreadable');
        else draftOf(piecesOf(blocks.value, opened.value, templates), note);
      }),
      { numRuns: 300 },
    );
  });
});
