import { expect, test } from 'vitest';
import { yearsDraft } from './years-draft.ts';

const { draftOf, keptOf } = yearsDraft;

test('a range is kept when both years are there, or when it still runs', () => {
  expect(keptOf('gregory', { from: '2019', to: '2024', isPresent: false })).toEqual({
    from: 2019,
    to: 2024,
  });
  expect(keptOf('gregory', { from: '2019', to: '', isPresent: true })).toEqual({
    from: 2019,
    to: 'present',
  });
  expect(keptOf('gregory', { from: '2019', to: '20', isPresent: false })).toBeNull();
});

test('a kept range is shown as it was typed', () => {
  expect(draftOf('gregory', { from: 2019, to: 'present' })).toEqual({
    from: '2019',
    to: '',
    isPresent: true,
  });
  expect(draftOf('gregory', undefined)).toEqual({ from: '', to: '', isPresent: false });
});

test('years of another calendar are kept as the Gregorian ones in which most of them lies', () => {
  const draft = { from: '1398', to: '1405', isPresent: false };
  expect(keptOf('persian', draft)).toEqual({ from: 2019, to: 2026 });
  expect(draftOf('persian', { from: 2019, to: 2026 })).toEqual(draft);
});
