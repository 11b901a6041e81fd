import type { Jump, Step } from './grid-cursor.ts';

/** What a key asks of the grid while nothing is being typed. */
export type GridKey =
  | { readonly act: 'move'; readonly by: Step | Jump; readonly extends: boolean }
  | { readonly act: 'enter' | 'tab' | 'moveRow'; readonly by: 1 | -1 }
  | { readonly act: 'edit' | 'leave' | 'clear' | 'undo' | 'redo' | 'fill' | 'selectAll' | 'addRow' };

type Pressed = {
  readonly key: string;
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
};

const steps: Readonly<Record<string, { readonly step: Step; readonly jump: Step | Jump }>> = {
  ArrowUp: { step: 'up', jump: 'edgeUp' },
  ArrowDown: { step: 'down', jump: 'edgeDown' },
  PageUp: { step: 'pageUp', jump: 'pageUp' },
  PageDown: { step: 'pageDown', jump: 'pageDown' },
};

/** What a key means in the grid; null where it is the browser's, the app's or a letter. */
export const gridKey = (pressed: Pressed, direction: 'ltr' | 'rtl'): GridKey | null => {
  const { key, shiftKey, altKey } = pressed;
  const ctrl = pressed.ctrlKey || pressed.metaKey;
  if (altKey) {
    if (key === 'ArrowUp' || key === 'ArrowDown') return { act: 'moveRow', by: key === 'ArrowUp' ? -1 : 1 };
    return null;
  }
  const isForward = key === (direction === 'rtl' ? 'ArrowLeft' : 'ArrowRight');
  if (key === 'ArrowLeft' || key === 'ArrowRight') {
    const by = ctrl ? (isForward ? 'edgeForward' : 'edgeBack') : isForward ? 'forward' : 'back';
    return { act: 'move', by, extends: shiftKey };
  }
  const vertical = steps[key];
  if (vertical !== undefined) {
    return { act: 'move', by: ctrl ? vertical.jump : vertical.step, extends: shiftKey };
  }
  switch (key) {
    case 'Home':
      return { act: 'move', by: ctrl ? 'first' : 'rowStart', extends: shiftKey };
    case 'End':
      return { act: 'move', by: ctrl ? 'last' : 'rowEnd', extends: shiftKey };
    case 'Enter':
      return { act: 'enter', by: shiftKey ? -1 : 1 };
    case 'Tab':
      return ctrl ? null : { act: 'tab', by: shiftKey ? -1 : 1 };
    case 'F2':
      return { act: 'edit' };
    case 'Escape':
      return { act: 'leave' };
    case 'Delete':
    case 'Backspace':
      return { act: 'clear' };
    case 'Insert':
      return ctrl || shiftKey ? null : { act: 'addRow' };
  }
  if (!ctrl) return null;
  switch (key.toLowerCase()) {
    case 'z':
      return { act: shiftKey ? 'redo' : 'undo' };
    case 'y':
      return { act: 'redo' };
    case 'd':
      return { act: 'fill' };
    case 'a':
      return { act: 'selectAll' };
    default:
      return null;
  }
};
