import { expect, it } from 'vitest';
import { contentBytes } from './content-bytes.ts';

it('counts bytes of UTF-8, not characters', () => {
  expect(contentBytes({ title: 'أب' })).toBe('{"title":""}'.length + 4);
});
