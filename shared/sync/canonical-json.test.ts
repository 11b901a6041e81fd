import { expect, test } from 'vitest';
import { canonicalJson } from './canonical-json.ts';
import { contentHash } from './content-hash.ts';
import { docId } from './test-documents.ts';

test('keys are sorted by code unit, at every depth, without white space (RFC 8785, 3.2.3)', () => {
  expect(canonicalJson({ b: [1, { z: null, a: true }], '\u20ac': 1, '\r': 2, '1': 3 })).toBe(
    '{"\\r":2,"1":3,"b":[1,{"a":true,"z":null}],"€":1}',
  );
});

test('numbers are written as ECMAScript writes them', () => {
  expect(canonicalJson([1e21, 0.002, -0, 1e-27])).toBe('[1e+21,0.002,0,1e-27]');
});

test('the content hash does not depend on the order of fields or of members of a set', () => {
  const hash = (fields: Parameters<typeof contentHash>[0]['fields']) =>
    contentHash({ doc: docId, kind: 'pledge', template: 'pledge@1', fields });
  expect(hash({ countries: ['SN', 'HN'], title: 'a' })).toBe(hash({ title: 'a', countries: ['HN', 'SN'] }));
  expect(hash({ title: 'a' })).not.toBe(hash({ title: 'b' }));
});
