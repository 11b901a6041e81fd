import { expect, test } from 'vitest';
import { importSentences } from './import-sentences.ts';
import { runDesk } from './run-desk.ts';

const desk = async (files: Readonly<Record<string, string>>, ...args: string[]) => {
  const [out, said]: [string[], string[]] = [[], []];
  const code = await runDesk(args, {
    read: async (path) => new TextEncoder().encode(files[path] ?? ''),
    write: async () => undefined,
    out: (text) => out.push(text),
    say: (text) => said.push(text),
    today: '2026-11-26',
  });
  return { code, out: out.join(''), said: said.join('') };
};

test('import prints documents of a table, and says row and column of every remark', async () => {
  const files = { 'a.csv': 'title,country\nOne,Chile\nTwo,Narnia\n' };
  const { code, out, said } = await desk(files, 'import', 'a.csv', '--kind', 'pledge');
  expect(code).toBe(0);
  expect(said).toBe('Row 3, country: “Narnia” is in no list; it is kept as text.\n');
  expect(JSON.parse(out)).toMatchObject([
    { kind: 'pledge', fields: { title: 'One', country: 'CL' } },
    { kind: 'pledge', fields: { title: 'Two', 'imported/0000000000/text': 'Narnia' } },
  ]);
});

test('import ends with 1 where a row is kept as one text, and with 0 where only the header stands twice', async () => {
  const files = {
    'a.csv': 'title,country\nOne,Chile\ntitle,country\nTwo,Chile\n',
    'b.csv': 'title,country\nOne,Chile\n"Two,Chile\n',
  };
  const again = await desk(files, 'import', 'a.csv', '--kind', 'pledge');
  expect([again.code, again.said]).toEqual([0, 'Row 3, the header again: title | country\n']);
  const broken = await desk(files, 'import', 'b.csv', '--kind', 'pledge');
  expect(broken.code).toBe(1);
  expect(broken.said).toContain('The quotation marks of this row do not match');
});

test('import reads a record of the Network, and ends with 0 where nothing is odd', async () => {
  const files = { 'a.json': '{"title": "Night school", "dates": "2019 - Present"}' };
  const { code, out, said } = await desk(files, 'import', 'a.json', '--kind', 'practice');
  expect([code, said]).toEqual([0, '']);
  expect(JSON.parse(out)).toMatchObject([
    { kind: 'practice', fields: { title: 'Night school', years: { from: 2019, to: 'present' } } },
  ]);
});

test('import brings in what is good of a list, says what is not, and ends with 1', async () => {
  const files = {
    'a.json': '[{"title": "A"}, 7, {"kind": "pledge", "fields": {"title": "B", "country": 7}}]',
  };
  const { code, out, said } = await desk(files, 'import', 'a.json', '--kind', 'practice');
  expect(code).toBe(1);
  expect(JSON.parse(out)).toMatchObject([
    { kind: 'practice', fields: { title: 'A' } },
    { kind: 'pledge', template: 'pledge@1', fields: { title: 'B' } },
  ]);
  expect(said).toBe(
    'Entry 2: It is neither a document nor a record. (7)\nEntry 3, country: There is no number 7 in the list; it is kept as text.\n',
  );
});

test('import ends with 2 and names what is wrong with the file or the kind', async () => {
  const files = { 'a.json': '{"a": \n}' };
  const broken = await desk(files, 'import', 'a.json', '--kind', 'pledge');
  expect([broken.code, broken.out]).toEqual([2, '']);
  expect(broken.said).toContain('a.json cannot be brought in. Its JSON is broken: look at line 2, column');
  expect((await desk(files, 'import', 'a.json', '--kind', 'song')).code).toBe(2);
});

test('import asks for the decimal sign where an amount can be read in two ways, and takes the answer', async () => {
  const files = { 'a.csv': 'title,amount\nOne,USD 1.500\n' };
  const asked = await desk(files, 'import', 'a.csv', '--kind', 'pledge');
  expect(asked.said).toBe(
    'Row 2, amount: “USD 1.500” can be read as 1.50 or as 1500.00; it is kept as text until you say which.\n',
  );
  expect(JSON.parse(asked.out)[0].fields.amount).toBeUndefined();
  const answered = await desk(files, 'import', 'a.csv', '--kind', 'pledge', '--decimal', 'comma');
  expect([answered.said, JSON.parse(answered.out)[0].fields.amount]).toEqual([
    '',
    { minor: 150_000, currency: 'USD' },
  ]);
});

test('import names the columns of a register that are not brought in, and takes the kind that was said', async () => {
  const files = { 'r.csv': 'Document,Kind,Form,Stage,Title\nx,Pledge,pledge@2,Draft,A\n' };
  const { code, out, said } = await desk(files, 'import', 'r.csv', '--kind', 'practice');
  expect([code, said]).toEqual([
    0,
    'This is a register that Compact Desk wrote. Its columns of where each document stood are not brought in: Document, Kind, Form, Stage.\n',
  ]);
  expect(JSON.parse(out)).toMatchObject([{ kind: 'practice', fields: { title: 'A' } }]);
});

test('sizes are said in MB, as people know them', async () => {
  const { failed } = await importSentences();
  const params = { limitBytes: 30_000_000, actualBytes: 204_800_000 };
  expect(failed({ code: 'file-too-large', params })).toBe(
    'The file has 204.8 MB; 30 MB can be read. Take out pictures, or cut it into parts.',
  );
});
