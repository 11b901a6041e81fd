import fc from 'fast-check';
import { expect, test } from 'vitest';
import { safeFileName } from './safe-file-name.ts';

test.each([
  ['letter.pdf', 'letter.pdf'],
  ['../../etc/passwd', 'passwd'],
  ['C:\\Users\\me\\letter.pdf', 'letter.pdf'],
  ['invoice\u202egpj.exe', 'invoicegpj.exe'],
  ['..', 'file'],
  ['', 'file'],
  ['.pdf', 'pdf'],
  ['con.txt', '_con.txt'],
  ['a\u0000b:c?.pdf', 'ab-c-.pdf'],
  ['رسالة التأييد.pdf', 'رسالة التأييد.pdf'],
])('[AT4] %j is kept as %j', (given, kept) => {
  expect(safeFileName(given)).toBe(kept);
});

test('[AT4] whatever it was called, the name has no path, no control and no override, and is not empty', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (given) => {
      const name = safeFileName(given);
      expect(name.length).toBeGreaterThan(0);
      expect(Array.from(name).length).toBeLessThanOrEqual(121);
      expect(name).not.toMatch(/[\p{Cc}\p{Cf}/\\]/u);
      expect(name.startsWith('.')).toBe(false);
    }),
    { numRuns: 10_000 },
  );
});
