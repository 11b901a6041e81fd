/**
 * Where a dragged item comes to stand: its index among all, when the pointer is at `y`. `middles`: the
 * middle of each item from above to below, in the same pixels; `from`: the index of the dragged one.
 */
export const placeOf = (middles: readonly number[], from: number, y: number): number =>
  middles.filter((middle, index) => index !== from && middle < y).length;
