import { expect, test } from 'vitest';
import { opSchema } from './protocol.ts';

const isTaken = (f: string) => opSchema.safeParse({ f, fr: 0, op: 'set', v: 'x' }).success;

test('an op on a name that every object has is refused at the edge, one on a field is taken', () => {
  expect(['constructor', 'toString', 'hasOwnProperty', '__proto__'].filter(isTaken)).toEqual([]);
  expect(isTaken('title')).toBe(true);
});
