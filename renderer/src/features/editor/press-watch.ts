/** Knows whether a pointer is held down, and lets what would move the page wait until it is not. */
export type PressWatch = {
  /**
   * Calls back once nothing is being pressed and the click that ends a press has been delivered; always
   * later, never at once. Returns how to call it off.
   */
  readonly whenReleased: (callback: () => void) => () => void;
  /** Stops listening; what still waits is never called. */
  readonly stop: () => void;
};

const ends = ['pointerup', 'pointercancel', 'dragend'] as const;

/**
 * Watches `page`. `nextFrame` is the port to the browser's frames: the click of a press comes in the
 * same task as its end, so that one frame later it has been delivered.
 */
export const watchPresses = (page: EventTarget, nextFrame: (callback: () => void) => void): PressWatch => {
  let isPressed = false;
  let waiting: readonly (() => void)[] = [];

  const deliver = () => {
    if (isPressed) return;
    const due = waiting;
    waiting = [];
    for (const callback of due) callback();
  };
  const onDown = () => {
    isPressed = true;
  };
  const onEnd = () => {
    isPressed = false;
    if (waiting.length > 0) nextFrame(deliver);
  };
  const onMove = (event: Event) => {
    // The release of a scrollbar, or one outside the window, is not always told.
    if (isPressed && (event as PointerEvent).buttons === 0) onEnd();
  };
  page.addEventListener('pointerdown', onDown, true);
  page.addEventListener('pointermove', onMove, true);
  for (const end of ends) page.addEventListener(end, onEnd, true);

  return {
    whenReleased: (callback) => {
      waiting = [...waiting, callback];
      if (!isPressed) nextFrame(deliver);
      return () => {
        waiting = waiting.filter((candidate) => candidate !== callback);
      };
    },
    stop: () => {
      waiting = [];
      page.removeEventListener('pointerdown', onDown, true);
      page.removeEventListener('pointermove', onMove, true);
      for (const end of ends) page.removeEventListener(end, onEnd, true);
    },
  };
};
