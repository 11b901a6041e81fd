import { describe, expect, it } from 'vitest';
import { initialsOf } from './initials.ts';

describe('initialsOf', () => {
  it.each([
    ['Amina Berrada', 'AB'],
    ['  ana  maría de la cruz ', 'AC'],
    ['Pelé', 'P'],
    ['', ''],
    ['王 小明', '王小'],
    ['𝒜da Lovelace', '𝒜L'],
  ])('shortens "%s" to "%s"', (name, initials) => {
    expect(initialsOf(name, 'en')).toBe(initials);
  });
});
