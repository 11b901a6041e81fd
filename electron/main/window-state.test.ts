import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { boundsFor, readWindowState } from './window-state.ts';

const screen = { x: 0, y: 0, width: 1366, height: 728 };
const at = (x: number, y: number, width = 1280, height = 700) => ({
  bounds: { x, y, width, height },
  isMaximized: false,
});

describe('where the window opens', () => {
  it('takes the usual size at the first start', () => {
    expect(boundsFor({ isMaximized: false }, [screen])).toEqual({ width: 1280, height: 800 });
  });

  it('opens where it last stood', () => {
    expect(boundsFor(at(40, 20), [screen])).toEqual({ x: 40, y: 20, width: 1280, height: 700 });
  });

  it('comes back when the screen it stood on is gone', () => {
    expect(boundsFor(at(2000, 100), [screen])).toEqual({ width: 1280, height: 800 });
    expect(boundsFor(at(0, -900), [screen])).toEqual({ width: 1280, height: 800 });
  });

  it('is no larger than its screen and no smaller than the least window', () => {
    expect(boundsFor(at(0, 0, 3000, 2000), [screen])).toEqual(screen);
    expect(boundsFor(at(0, 0, 10, 10), [screen])).toMatchObject({ width: 1280 });
    expect(boundsFor(at(0, 0, 150, 100), [screen])).toMatchObject({ width: 320, height: 480 });
  });

  it.each(['', '[]', '{"isMaximized":1}', '{"isMaximized":true,"bounds":{"x":1e99}}'])(
    'takes %j for a first start',
    (text) => {
      const file = join(mkdtempSync(join(tmpdir(), 'compact-desk-window-')), 'window.json');
      writeFileSync(file, text);
      expect(readWindowState(file)).toEqual({ isMaximized: false });
    },
  );
});
