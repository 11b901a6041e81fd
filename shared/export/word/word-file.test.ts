import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { strToU8 } from 'fflate';
import { describe, expect, it } from 'vitest';
import { languages } from '#shared/domain/template.ts';
import { modelOf, sampleDocument, sampleModel, sampleNames } from '#tests/support/samples.ts';
import { repairsNeeded, wordParts, wordText } from '#tests/support/word-checks.ts';
import { houseTemplateFile, inWord } from '#tests/support/word-copies.ts';
import type { DocumentModel } from '../document-model.ts';
import { zipped } from '../plain-zip.ts';
import { readHouseTemplate } from './house-template.ts';
import { wordFile } from './word-file.ts';

const lake = 'concept-note-cuenca-lago-es';
const documentXml = async (model: DocumentModel): Promise<string> =>
  wordParts(await inWord(model))['word/document.xml'] ?? '';

describe('wordFile', () => {
  it.each(sampleNames)('opens without repair: %s', async (name) => {
    const bytes = await inWord(sampleModel(name, { isTraining: true, withContacts: true }));
    expect(repairsNeeded(bytes)).toEqual([]);
    expect(wordText(bytes).filter((one) => /^\{\w+\}$/.test(one))).toEqual([]);
  });

  it.each(sampleNames)('carries every line that was written in %s, as it was written', async (name) => {
    const { fields } = sampleDocument(name);
    const read = (await wordText(await inWord(sampleModel(name, { withContacts: true })))).map((one) =>
      one.trim(),
    );
    const long = Object.entries(fields).flatMap(([path, value]) =>
      typeof value === 'string' && !path.includes('/') && value.length > 60 ? value.split('\n') : [],
    );
    expect(long.length).toBeGreaterThan(0);
    expect(long.filter((one) => one.trim() !== '' && !read.includes(one.trim()))).toEqual([]);
  });

  it('is checked by something that finds faults', async () => {
    const parts = { ...wordParts(await inWord(sampleModel(lake))) };
    const xml = parts['word/document.xml'] ?? '';
    const broken = (name: string, text: string) =>
      repairsNeeded(
        zipped(
          Object.fromEntries(
            Object.entries({ ...parts, [name]: text }).map(([key, one]) => [key, strToU8(one)]),
          ),
        ),
      );
    expect(broken('word/document.xml', xml)).toEqual([]);
    expect(broken('word/document.xml', xml.replace('</w:p>', ''))).toContain(
      'word/document.xml is not well-formed',
    );
    expect(broken('word/document.xml', xml.replace('w:id="1002"', 'w:id="1001"'))).toContain(
      'two bookmarks have the id 1001',
    );
    expect(broken('word/document.xml', xml.replaceAll('AnswerText', 'Gone'))).toContain(
      'no style is called Gone',
    );
    expect(broken('word/styles.xml', '<w:styles')).toContain('word/styles.xml is not well-formed');
    expect(
      broken(
        'word/_rels/document.xml.rels',
        (parts['word/_rels/document.xml.rels'] ?? '').replace('header1.xml', 'header9.xml'),
      ),
    ).toContain('word/_rels/document.xml.rels leads to word/header9.xml, which is not there');
  });

  it('puts a bookmark at each heading, by which the importer finds the field again', async () => {
    const model = sampleModel(lake);
    const xml = await documentXml(model);
    const expected = model.sections.flatMap(({ id, fields }) => [
      `s_${id}`,
      ...fields.map((field) => `f_${field.id}`),
    ]);
    const names = [...xml.matchAll(/<w:bookmarkStart [^>]*w:name="([^"]+)"/g)].map(([, name]) => name);
    expect(names).toEqual([...expected, 'endorsement_block']);
    expect(xml).toMatch(/<w:pStyle w:val="Heading2"\/><\/w:pPr><w:bookmarkStart[^>]*w:name="f_title"\/>/);
  });

  it('is set from right to left where the language is: paragraphs, runs, tables, pages', async () => {
    const arabic = await documentXml(sampleModel('concept-note-skills-ar'));
    expect(arabic).toMatch(/<w:pStyle w:val="AnswerText"\/><w:bidi\/>/);
    expect(arabic).toMatch(/<w:rPr><w:rtl\/><w:lang w:bidi="ar-SA"\/><\/w:rPr>/);
    expect(arabic).toMatch(/<w:bidiVisual\/>/);
    expect(arabic).toMatch(/<w:sectPr>.*<w:bidi\/>.*<\/w:sectPr>/);
    expect(await documentXml(sampleModel(lake))).not.toMatch(/<w:(bidi|rtl|bidiVisual)\/>/);
  });

  it('repeats the head of a table on each page, and turns the page where a budget has many organizations', async () => {
    const { template, fields } = sampleDocument(lake);
    const more = Object.fromEntries(
      Array.from({ length: 6 }, (_, index) => `organizations/000000000${index}`).flatMap((item, index) => [
        [item, true],
        [`${item}/pos`, `b${index}`],
        [`${item}/acronym`, `ORG${index}`],
      ]),
    );
    const xml = await documentXml(modelOf(template, { ...fields, ...more }, { language: 'es' }));
    const ways = [...xml.matchAll(/<w:pgSz [^>]*w:orient="(\w+)"/g)].map(([, way]) => way);
    expect(ways).toEqual(['portrait', 'landscape', 'portrait']);
    expect(xml.match(/<w:headerReference/g)).toHaveLength(3);
    expect(xml).toMatch(/<w:trPr><w:cantSplit\/><w:tblHeader\/><\/w:trPr>/);
  });

  it('says what it is: title, language and form in its properties, page numbers, the mark of training', async () => {
    const parts = wordParts(await inWord(sampleModel(lake, { isTraining: true })));
    expect(parts['docProps/core.xml']).toContain('<dc:language>es</dc:language>');
    expect(parts['docProps/core.xml']).toContain('<cp:keywords>concept-note@2</cp:keywords>');
    expect(parts['docProps/core.xml']).toContain('<dc:creator>Compact Desk</dc:creator>');
    expect(parts['word/footer1.xml']).toMatch(/>Página<.*>PAGE<.*>de<.*>NUMPAGES</);
    expect(parts['word/header1.xml']).toMatch(/<v:textpath [^>]*string="Práctica"/);
    expect(wordParts(await inWord(sampleModel(lake)))['word/header1.xml']).not.toMatch(
      /v:textpath|Práctica|\{/,
    );
  });

  it('fills a template that Word has saved: tags cut into runs, a tag taken away; and never a file without its body', async () => {
    const model = sampleModel(lake);
    const house = await houseTemplateFile(model.kind, model.direction);
    const changed = (change: (xml: string) => string): Uint8Array => {
      const parts = wordParts(house);
      const xml = change(parts['word/document.xml'] ?? '');
      const all = Object.entries({ ...parts, 'word/document.xml': xml });
      return zipped(Object.fromEntries(all.map(([name, text]) => [name, strToU8(text)])));
    };
    const cut = (tag: string) =>
      [...tag].map((letter) => `<w:r><w:t>${letter}</w:t></w:r>`).join('<w:proofErr w:type="spellStart"/>');
    const saved = changed((xml) =>
      xml
        .replace(/<w:r>(?:(?!<w:r>).)*\{title\}<\/w:t><\/w:r>/, cut('{title}'))
        .replace(/<w:r>(?:(?!<w:r>).)*\{body\}<\/w:t><\/w:r>/, cut('{body}'))
        .replace('{standing}', 'A word of the secretariat'),
    );
    const bytes = wordFile(model, await readHouseTemplate(saved));
    expect(repairsNeeded(bytes)).toEqual([]);
    expect(wordText(bytes).slice(0, 5)).toEqual([
      'Nota conceptual',
      model.title.text,
      'A word of the secretariat',
      '26 de noviembre de 2026',
      'Portada',
    ]);
    await expect(readHouseTemplate(changed((xml) => xml.replace('{body}', '')))).rejects.toThrow(
      'has no {body}',
    );
  });

  it('makes the same bytes of the same document', async () => {
    expect(await inWord(sampleModel(lake))).toEqual(await inWord(sampleModel(lake)));
  });

  it('takes tags, markup and controls in a text as text', async () => {
    const nasty = '{title} {#loop} {/} <w:p>&amp; ]]> \u0000\u0001\ud800 \ufffe ‮abc שלום "\'';
    const values = { title: nasty, description: `${nasty}\n\nsecond\tline`, entityName: '{body}' };
    const bytes = await inWord(modelOf('pledge@2', values));
    const xml = wordParts(bytes)['word/document.xml'] ?? '';
    expect(wordText(bytes)).toEqual(expect.arrayContaining(['{body}', 'second\tline']));
    expect(wordText(bytes).filter((one) => one.includes('{#loop}'))).toHaveLength(3);
    expect(xml).not.toMatch(/[^\P{Cc}\t\n]|\ufffe/u);
  });

  it('writes any text in any language so that Word opens it', async () => {
    const text = fc.string({
      unit: fc.oneof(
        fc.constantFrom(...'aé٤ش中。 {}<>&"\t\n\u0000\u202e\u2028'),
        fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
      ),
      maxLength: 40,
    });
    await fc.assert(
      fc.asyncProperty(text, text, fc.constantFrom(...languages), async (title, summary, language) => {
        const values = {
          title,
          summary,
          resources: true,
          'resources/0000000001': true,
          'resources/0000000001/title': title,
        };
        const bytes = await inWord(modelOf('practice@2', values, { language }));
        expect(repairsNeeded(bytes)).toEqual([]);
        for (const [name, xml] of Object.entries(wordParts(bytes)))
          if (name === 'word/document.xml' || name.startsWith('docProps'))
            expect(xml).not.toMatch(/[^\P{Cc}\t\n]|[\ufffe\uffff]/u);
      }),
      { numRuns: 60 },
    );
  }, 60_000);
});

const office = spawnSync('soffice', ['--version']).status === 0;

describe.skipIf(!office)('LibreOffice (skipped where `soffice` is not installed)', () => {
  it('reads the Word file in English, Spanish, Arabic and Chinese', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'compact-desk-word-'));
    try {
      const names = [
        'pledge-cities-inclusion-en',
        lake,
        'concept-note-skills-ar',
        'pledge-migration-data-zh',
      ];
      const files = names.map((name) => join(folder, `${name}.docx`));
      for (const [index, name] of names.entries())
        writeFileSync(files[index] ?? '', await inWord(sampleModel(name)));
      execFileSync(
        'soffice',
        [
          `-env:UserInstallation=file://${folder}/profile`,
          '--headless',
          '--convert-to',
          'pdf',
          '--outdir',
          folder,
          ...files,
        ],
        { stdio: 'ignore', timeout: 50_000 },
      );
      for (const name of names) expect(statSync(join(folder, `${name}.pdf`)).size).toBeGreaterThan(20_000);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }, 60_000);
});
