import { createIntl } from 'react-intl';
import { describe, expect, it } from 'vitest';
import { sizeText } from './size-text.ts';

describe('sizeText', () => {
  it.each([
    ['en', 0, '0 kB'],
    ['en', 40, '0.1 kB'],
    ['en', 3840, '3.8 kB'],
    ['en', 84_000, '84 kB'],
    ['en', 31_400_000, '31 MB'],
    ['en', 2_100_000_000, '2.1 GB'],
    ['es', 3840, '3,8 kB'],
  ] as const)('writes in %s a size of %i bytes as %s', (locale, bytes, expected) => {
    const text = sizeText(createIntl({ locale }), bytes);
    expect(text.replaceAll('\u00a0', ' ')).toBe(expected);
  });
});
