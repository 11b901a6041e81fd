import { expect, test } from 'vitest';
import { fileKind, isTakenType } from './file-type.ts';

const bytes = (text: string, before: readonly number[] = []) =>
  Uint8Array.from([...before, ...new TextEncoder().encode(text)]);

test.each([
  ['%PDF-1.7\nrest', 'scan.exe', 'pdf'],
  ['plain words', 'a.txt', 'txt'],
  ['a;b\n1;2', 'a.csv', 'csv'],
  ['{\\rtf1 words}', 'a.doc', 'rtf'],
])('[AT4] %j called %s is a %s', (content, name, kind) => {
  expect(fileKind(bytes(content), name)).toBe(kind);
});

test('[AT4] a program is nothing that is taken, whatever it is called', () => {
  expect(fileKind(Uint8Array.from([0x4d, 0x5a, 0x90, 0, 3, 0, 0, 0]), 'letter.pdf')).toBeNull();
  expect(fileKind(new Uint8Array(), 'letter.pdf')).toBeNull();
});

test('[AT4] documents in a zip are told by what is in it', () => {
  const zip = (name: string) => bytes(`....${name}....`, [0x50, 0x4b, 0x03, 0x04]);
  expect(fileKind(zip('word/document.xml'), 'x.zip')).toBe('docx');
  expect(fileKind(zip('xl/workbook.xml'), 'x.docx')).toBe('xlsx');
  expect(fileKind(zip('else'), 'x.docx')).toBe('zip');
});

test('a field takes files by their type', () => {
  expect(isTakenType('application/pdf', ['pdf', 'docx'])).toBe(true);
  expect(isTakenType('text/csv', ['pdf', 'docx'])).toBe(false);
});
