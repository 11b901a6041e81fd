import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import { projectRoot } from '#build/parts/tool.ts';
import { withValues } from '#shared/domain/field-parts.ts';
import { RecentAnswers } from '#shared/domain/recall.ts';
import type { Template } from '#shared/domain/template.ts';
import { validate } from '#shared/domain/validate.ts';
import type { Vocabulary } from '#shared/domain/vocabulary.ts';
import { documentModel } from '#shared/export/document-model.ts';
import { htmlFile, printPage } from '#shared/export/html.ts';
import { readHouseTemplate } from '#shared/export/word/house-template.ts';
import { wordFile } from '#shared/export/word/word-file.ts';
import { readImport } from '#shared/import/read-import.ts';
import { canonicalJson, type Json } from '#shared/sync/canonical-json.ts';
import type { BenchLine } from '../bench-result.ts';
import { compare, onlyTimed } from '../compare.ts';
import { noteValues, pledgeTable, seededBytes } from '../corpus.ts';

const wordFiles = 100;
const tableRows = 1_000;

const resource = (name: string): unknown =>
  JSON.parse(readFileSync(join(projectRoot, 'resources', name), 'utf8'));

/** What Node can measure without a page: checking a note, Word for a hundred of them, a table of a thousand pledges. */
export async function computed(runs: number): Promise<readonly BenchLine[]> {
  const template = resource('templates/concept-note@2.json') as Template;
  const pledge = resource('templates/pledge@2.json') as Template;
  const vocabulary = resource('vocabulary/vocabulary.json') as Vocabulary;
  const house = await readHouseTemplate(
    readFileSync(join(projectRoot, 'resources/word-templates/concept-note-ltr.docx')),
  );
  const values = noteValues(seededBytes(31));
  const answers = new RecentAnswers();
  let typed = values;
  const notes = Array.from({ length: wordFiles }, (_, index) => noteValues(seededBytes(index + 1)));
  const modelOf = (note: typeof values) =>
    documentModel(template, note, vocabulary, {
      language: 'en',
      withContacts: false,
      unanswered: 'dash',
      isTraining: false,
      receipt: null,
      changedSinceReceipt: false,
      date: '2026-11-26',
    });
  const table = pledgeTable(seededBytes(5), tableRows);
  const bytes = new TextEncoder().encode(table);
  const importTable = async () => {
    const read = await readImport({
      name: 'pledges.csv',
      bytes,
      kind: 'pledge',
      templates: [pledge],
      newest: [pledge],
      vocabulary,
    });
    const made = read.ok && read.value.what === 'drafts' ? read.value.drafts.length : 0;
    if (made !== tableRows) throw new Error(`${made} of ${tableRows} rows were read`);
    return undefined;
  };
  return [
    ...(await compare('the checks of a note of 200 budget rows', runs, [
      { subject: 'its canonical JSON', run: () => onlyTimed(canonicalJson(values as Json)) },
      { subject: 'all checks, once', run: () => onlyTimed(validate(template, values, vocabulary)) },
      {
        subject: 'all checks, at a key',
        run: () => {
          typed = withValues(typed, new Map([['context', `${typed.context as string}x`]]));
          answers.nextRound();
          return onlyTimed(validate(template, typed, vocabulary, answers.recall));
        },
      },
    ])),
    ...(await compare(`${wordFiles} notes`, runs, [
      {
        subject: 'as web pages',
        run: () => onlyTimed(notes.map((note) => htmlFile(printPage(modelOf(note), 'a4')))),
      },
      {
        subject: 'as Word files',
        run: () => onlyTimed(notes.map((note) => wordFile(modelOf(note), house))),
      },
    ])),
    ...(await compare(`a table of ${tableRows} pledges, ${Math.round(bytes.length / 1000)} kB`, runs, [
      { subject: 'cut into cells by Papa Parse', run: () => onlyTimed(Papa.parse(table)) },
      { subject: 'read into drafts', run: importTable },
    ])),
  ];
}
