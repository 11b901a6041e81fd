import { readFileSync } from 'node:fs';
import type { PassedRow } from '#shared/import/csv-table.ts';
import type { ImportError, ImportWarning } from '#shared/import/import-result.ts';
import type { RefusedEntry } from '#shared/import/json-file.ts';
import type { ImportPreview } from '#shared/import/read-import.ts';

type Params = Readonly<Record<string, string | number>>;

/** The sentences that the app says of an import, for standard error. */
export type ImportSentences = {
  readonly failed: (error: ImportError) => string;
  readonly passed: (row: PassedRow) => string;
  readonly refused: (entry: RefusedEntry) => string;
  /** Of columns that are not brought in. */
  readonly register: (columns: readonly string[]) => string;
  /** Of a Word file: that it was written on another form, and what is left out of it because it was deleted. */
  readonly word: (preview: Extract<ImportPreview, { what: 'word' }>) => readonly string[];
  /** A remark with its place: the row or entry of the document, then the column, key or heading. */
  readonly remark: (from: ImportPreview, place: number, warning: ImportWarning) => string;
};

/** Loads the words of the app's room; `createIntl` comes with React, so only when they are needed. */
export const importSentences = async (): Promise<ImportSentences> => {
  const { createIntl } = await import('react-intl');
  const file = new URL('../../shared/messages/en/bring-in.json', import.meta.url);
  const intl = createIntl({ locale: 'en', messages: JSON.parse(readFileSync(file, 'utf8')) });
  const say = (id: string, params: Params): string => intl.formatMessage({ id: `bring-in.${id}` }, params);
  return {
    failed: ({ code, params }) => say(`error.${code}`, params),
    passed: ({ row, why, text }) => say(`passed.${why}`, { row, text }),
    refused: ({ place, error: { code, params }, text }) =>
      `${say('row.json', { place })}: ${say(`error.${code}`, params)} (${text})`,
    register: (columns) => say('register', { columns: columns.join(', ') }),
    word: ({ kind, houseKind, pieces }) => [
      ...(houseKind === null || houseKind === kind
        ? []
        : [`${say('word.other-form', { form: houseKind })} Give --kind ${houseKind}.`]),
      ...pieces
        .filter(({ from }) => from === 'deleted')
        .map(
          ({ heading, text }) =>
            `${heading === '' ? '' : `${heading}: `}${say('word.left-out-deleted', {})}: ${text}`,
        ),
    ],
    remark: (preview, place, { place: column, code, params }) => {
      const entry = preview.what === 'word' ? '' : say(`row.${preview.from}`, { place });
      const where = [entry, column].filter((part) => part !== '').join(', ');
      const said = say(`warning.${code}`, params);
      return where === '' ? said : `${where}: ${said}`;
    },
  };
};
