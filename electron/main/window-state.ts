import { readFileSync } from 'node:fs';
import type { Rectangle } from 'electron';
import * as z from 'zod/mini';

const whole = z.int().check(z.gte(-100_000), z.lte(100_000));
const boundsSchema = z.strictObject({ x: whole, y: whole, width: whole, height: whole });

/** Where the window stood when it was last closed. */
const windowStateSchema = z.strictObject({
  bounds: z.exactOptional(boundsSchema),
  isMaximized: z.boolean(),
});
export type WindowState = z.infer<typeof windowStateSchema>;

/** The least window in which every room can be used; what the design calls 320 px. */
export const leastSize = { width: 320, height: 480 } as const;
export const usualSize = { width: 1280, height: 800 } as const;

/** The state kept in a file; a missing or garbled file counts as a first start. */
export function readWindowState(file: string): WindowState {
  try {
    return windowStateSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return { isMaximized: false };
  }
}

const overlap = (from: number, length: number, otherFrom: number, otherLength: number): number =>
  Math.min(from + length, otherFrom + otherLength) - Math.max(from, otherFrom);

/** A title bar that can be caught with the mouse: this much of the window must be on some screen. */
const graspable = { width: 100, height: 40 };

/**
 * The bounds for a new window: the kept ones, no larger than the screen they are on, or the usual size
 * (in the middle, chosen by the system) when the screen they were on is gone.
 */
export function boundsFor(state: WindowState, screens: readonly Rectangle[]): Partial<Rectangle> {
  const { bounds } = state;
  if (bounds === undefined) return usualSize;
  const screen = screens.find(
    (area) =>
      overlap(bounds.x, bounds.width, area.x, area.width) >= graspable.width &&
      overlap(bounds.y, graspable.height, area.y, area.height) >= graspable.height,
  );
  if (screen === undefined) return usualSize;
  return {
    x: bounds.x,
    y: bounds.y,
    width: Math.max(leastSize.width, Math.min(bounds.width, screen.width)),
    height: Math.max(leastSize.height, Math.min(bounds.height, screen.height)),
  };
}
