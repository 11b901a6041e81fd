import { expect, test } from 'vitest';
import { readYears, yearsDraftOf } from './years-draft.ts';

test('a range is kept when both years are there, or when it still runs', () => {
  expect(readYears('gregory', { from: '2019', to: '2024', isPresent: false })).toEqual({
    from: 2019,
    to: 2024,
  });
  expect(readYears('gregory', { from: '2019', to: '', isPresent: true })).toEqual({
    from: 2019,
    to: 'present',
  });
  expect(readYears('gregory', { from: '2019', to: '20', isPresent: false })).toBeNull();
});

test('a kept range is shown as it was typed', () => {
  expect(yearsDraftOf('gregory', { from: 2019, to: 'present' })).toEqual({
    from: '2019',
    to: '',
    isPresent: true,
  });
  expect(yearsDraftOf('gregory', undefined)).toEqual({ from: '', to: '', isPresent: false });
});

test('years of another calendar are kept as the Gregorian ones in which most of them lies', () => {
  const draft = { from: '1398', to: '1405', isPresent: false };
  expect(readYears('persian', draft)).toEqual({ from: 2019, to: 2026 });
  expect(yearsDraftOf('persian', { from: 2019, to: 2026 })).toEqual(draft);
});
