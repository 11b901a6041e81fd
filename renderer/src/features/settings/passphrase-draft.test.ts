import { describe, expect, it } from 'vitest';
import { passphraseFault } from './passphrase-draft.ts';

describe('passphraseFault', () => {
  it('wants ten characters, and counts an emoji as one', () => {
    expect(passphraseFault({ first: '🌍🌍🌍🌍🌍', second: '🌍🌍🌍🌍🌍' })).toBe('too-short');
    expect(passphraseFault({ first: 'nine char', second: 'nine char' })).toBe('too-short');
    expect(passphraseFault({ first: 'ten chars!', second: 'ten chars!' })).toBeNull();
  });

  it('wants the same words twice, blanks and capitals included', () => {
    expect(passphraseFault({ first: 'river boat lamp', second: 'river boat lamp ' })).toBe('differs');
    expect(passphraseFault({ first: 'river boat lamp', second: 'River boat lamp' })).toBe('differs');
  });
});
