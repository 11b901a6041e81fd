import { describe, expect, it } from 'vitest';
import { versionOf } from './service-worker-plugin.ts';

const files = [
  { address: '/index.html', bytes: '<p>' },
  { address: '/a.js', bytes: 'one' },
];

describe('the version of the browser edition', () => {
  it('is the same for the same files in any order', () => {
    expect(versionOf(files)).toBe(versionOf(files.toReversed()));
    expect(versionOf(files)).toMatch(/^[0-9a-f]{16}$/);
  });

  it('is another when a name or a content changes', () => {
    const others = [
      [{ address: '/index.html', bytes: '<p>' }],
      [files[0], { address: '/a.js', bytes: 'two' }],
      [files[0], { address: '/b.js', bytes: 'one' }],
    ].map((changed) => versionOf(changed.filter((file) => file !== undefined)));
    expect(new Set([versionOf(files), ...others]).size).toBe(4);
  });
});
