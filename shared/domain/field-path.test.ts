import { expect, test } from 'vitest';
import { isFieldId, isFieldPath } from './field-path.ts';
import { seededItemId } from './ids.ts';

const inherited = Object.getOwnPropertyNames(Object.prototype);

test.each(inherited)('%s, which every object has, is no id of a field and in no path', (name) => {
  expect(isFieldId(name)).toBe(false);
  expect(isFieldPath(name)).toBe(false);
  expect(isFieldPath(`participants/${seededItemId(1)}/${name}`)).toBe(false);
});

test('an id that only begins like one of them is one', () => {
  expect(['constructorName', 'valueOfLand', 'title'].every(isFieldId)).toBe(true);
});
