import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodeCursor, encodeCursor } from './cursor.ts';

const epoch = 'a0a001af-2d45-4ca1-96a1-a28237f32bf7';

test('a cursor is read back as it was written, for any progress', () => {
  const progress = fc
    .tuple(fc.maxSafeNat(), fc.maxSafeNat())
    .map(([a, b]) => ({ floor: Math.min(a, b), position: Math.max(a, b) }));
  fc.assert(
    fc.property(progress, (written) => {
      const cursor = decodeCursor(encodeCursor(epoch, { training: written }));
      expect(cursor?.progress('training')).toEqual(written);
      expect(cursor?.progress('other')).toEqual({ floor: 0, position: 0 });
      expect(cursor?.isOf(epoch)).toBe(true);
      expect(cursor?.isOf('b0a001af-2d45-4ca1-96a1-a28237f32bf7')).toBe(false);
    }),
  );
});

test('what this server did not write is no cursor', () => {
  const strange = [
    '',
    'x',
    'a0a001af~training',
    'a0a001af~training.5.4',
    'a0a001af~training.9999999999999999',
  ];
  for (const text of strange) expect(decodeCursor(text)).toBeUndefined();
});

test('no text makes reading a cursor throw', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => void decodeCursor(text)));
});
