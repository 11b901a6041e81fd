import { expect, test } from 'vitest';
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
  expect(said).toBe('3, country: unknown-name value="Narnia"\n');
  expect(JSON.parse(out)).toMatchObject([
    { kind: 'pledge', fields: { title: 'One', country: 'CL' } },
    { kind: 'pledge', fields: { title: 'Two', 'imported/0000000000/text': 'Narnia' } },
  ]);
});

test('import reads a record of the Network, and ends with 0 where nothing is odd', async () => {
  const files = { 'a.json': '{"title": "Night school", "dates": "2019 - Present"}' };
  const { code, out, said } = await desk(files, 'import', 'a.json', '--kind', 'practice');
  expect([code, said]).toEqual([0, '']);
  expect(JSON.parse(out)).toMatchObject([
    { kind: 'practice', fields: { title: 'Night school', years: { from: 2019, to: 'present' } } },
  ]);
});

test('import ends with 2 and names what is wrong with the file or the kind', async () => {
  const files = { 'a.json': '{"a": \n}' };
  const broken = await desk(files, 'import', 'a.json', '--kind', 'pledge');
  expect([broken.code, broken.out]).toEqual([2, '']);
  expect(broken.said).toContain('not-json line=2');
  expect((await desk(files, 'import', 'a.json', '--kind', 'song')).code).toBe(2);
});
