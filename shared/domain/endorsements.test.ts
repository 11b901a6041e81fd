import { expect, test } from 'vitest';
import { endorsementsByCountry } from './endorsements.ts';
import type { Endorsement } from './review.ts';

const word = (country: string, contentHash: string, state: Endorsement['state']): Endorsement => ({
  id: `${country}${state}`,
  round: 1,
  country,
  coordinator: `RC ${country}`,
  state,
  contentHash,
  madeAt: '2026-03-05T16:20:00Z',
});

test('[RE6] the newest word of each country counts, and not on another content', () => {
  const found = endorsementsByCountry(
    ['CL', 'PE', 'MX'],
    [word('CL', 'now', 'withheld'), word('PE', 'before', 'endorsed'), word('CL', 'now', 'endorsed')],
    'now',
  );
  expect(found.map(({ country, word: said }) => [country, said?.state, said?.isVoid])).toEqual([
    ['CL', 'endorsed', false],
    ['PE', 'endorsed', true],
    ['MX', undefined, undefined],
  ]);
});
