import { expect, test } from 'vitest';
import { readYears, yearsDraftOf } from './years-draft.ts';

test('a range is kept when both years are there, or when it still runs', () => {
  expect(readYears({ from: '2019', to: '2024', isPresent: false })).toEqual({ from: 2019, to: 2024 });
  expect(readYears({ from: '2019', to: '', isPresent: true })).toEqual({ from: 2019, to: 'present' });
  expect(readYears({ from: '2019', to: '20', isPresent: false })).toBeNull();
});

test('a kept range is shown as it was typed', () => {
  expect(yearsDraftOf({ from: 2019, to: 'present' })).toEqual({ from: '2019', to: '', isPresent: true });
  expect(yearsDraftOf(undefined)).toEqual({ from: '', to: '', isPresent: false });
});
