import { describe, expect, it } from 'vitest';
import { problemOf } from './problem.ts';

describe('problemOf', () => {
  it('advises on each failure of the store by its own name', () => {
    expect(problemOf('store-newer')).toBe('store-newer');
    expect(problemOf('key-unavailable')).toBe('key-unavailable');
  });

  it('advises on anything else as on a store that cannot be opened', () => {
    expect(problemOf('internal')).toBe('store-unopenable');
  });
});
