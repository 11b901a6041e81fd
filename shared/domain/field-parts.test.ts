import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fieldParts, joinedParts, keepParts, partAt, perField, withValues } from './field-parts.ts';
import { type FieldPath, rootOf } from './field-path.ts';
import type { FieldMap, FieldValue } from './field-value.ts';

const path = fc.constantFrom('title', 'notes', 'countries', 'rows/A', 'rows/A/name', 'rows/B/name', 'row');
const value: fc.Arbitrary<FieldValue> = fc.oneof(
  fc.string({ maxLength: 3 }),
  fc.integer(),
  fc.constantFrom(['CL'], ['CL', 'PE']),
);
const document: fc.Arbitrary<FieldMap> = fc.dictionary(path, value);
const changes = fc
  .array(fc.tuple(path, fc.option(value, { nil: undefined })))
  .map((entries): ReadonlyMap<FieldPath, FieldValue | undefined> => new Map(entries));

/** Read path by path, without anything that was kept. */
const partOf = (values: FieldMap, field: string): FieldMap =>
  Object.fromEntries(Object.entries(values).filter(([at]) => rootOf(at) === field));

const fields = ['title', 'notes', 'countries', 'rows', 'row'];

describe('withValues', () => {
  it('changes those paths and no other, and its parts are those of the new document', () => {
    void fc.assert(
      fc.property(document, fc.array(changes, { maxLength: 4 }), (first, steps) => {
        const written = { ...first };
        const last = steps.reduce((values, step) => {
          for (const [at, to] of step) {
            if (to === undefined) delete written[at];
            else written[at] = to;
          }
          return withValues(values, step);
        }, first);
        expect(last).toEqual(written);
        for (const field of fields) expect(partAt(last, field)).toEqual(partOf(written, field));
        expect(new Set(fieldParts(last).keys())).toEqual(new Set(Object.keys(written).map(rootOf)));
      }),
    );
  });

  it('leaves the document that it was made of, and the parts of the fields that nobody changed', () => {
    const before: FieldMap = { title: 'Data', 'rows/A': true, 'rows/A/name': 'Chile' };
    const after = withValues(before, new Map([['title', 'Datos']]));
    expect(before.title).toBe('Data');
    expect(partAt(after, 'rows')).toBe(partAt(before, 'rows'));
    expect(partAt(after, 'title')).toEqual({ title: 'Datos' });
  });
});

describe('keepParts', () => {
  it('says the same as the new document, and keeps what says the same as before', () => {
    void fc.assert(
      fc.property(document, document, (before, after) => {
        const kept = keepParts(before, after);
        expect(kept).toEqual(after);
        for (const field of fields) {
          const isSame =
            JSON.stringify(sorted(partOf(before, field))) === JSON.stringify(sorted(partOf(after, field)));
          if (isSame && field in Object.fromEntries(fieldParts(before))) {
            expect(partAt(kept, field)).toBe(partAt(before, field));
          }
        }
      }),
    );
  });

  it('is the document before where nothing differs', () => {
    const before: FieldMap = { title: 'Data', countries: ['CL'] };
    expect(keepParts(before, { title: 'Data', countries: ['CL'] })).toBe(before);
  });
});

const sorted = (values: FieldMap) => Object.entries(values).sort(([a], [b]) => (a < b ? -1 : 1));

describe('perField', () => {
  it('works again only when the field, or what it is asked about, is another one', () => {
    let worked = 0;
    const count = perField((part, field, _about: object) => {
      worked += 1;
      return `${field}: ${Object.keys(part).length}`;
    });
    const [form, other] = [{}, {}];
    const before: FieldMap = { title: 'Data', 'rows/A': true, 'rows/A/name': 'Chile' };
    const after = withValues(before, new Map([['title', 'Datos']]));
    expect([count(before, 'rows', form), count(after, 'rows', form), worked]).toEqual([
      'rows: 2',
      'rows: 2',
      1,
    ]);
    expect([count(after, 'rows', other), worked]).toEqual(['rows: 2', 2]);
    const longer = withValues(after, new Map([['rows/B', true]]));
    expect([count(longer, 'rows', form), worked]).toEqual(['rows: 3', 3]);
    expect(count(longer, 'notes', form)).toBe('notes: 0');
  });

  it('knows the parts of parts', () => {
    const values: FieldMap = { title: 'Data', 'rows/A': true };
    const rows = partAt(values, 'rows');
    expect(partAt(rows, 'rows')).toBe(rows);
    const joined = joinedParts([partAt(values, 'title'), rows]);
    expect(joined).toEqual(values);
    expect(partAt(joined, 'rows')).toBe(rows);
  });
});
