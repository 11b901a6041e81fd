import './text-marks.css';
import { type RefObject, useLayoutEffect, useRef } from 'react';
import type { TextPiece } from './text-marks.ts';

type TextMarksProps = {
  /** Laid over this one, in the same positioned frame. */
  readonly control: RefObject<HTMLTextAreaElement | null>;
  readonly pieces: readonly TextPiece[];
  readonly lang: string | undefined;
};

/** Puts the layer where the words of a textarea are: inside its border, beside its scrollbar, as far scrolled. */
const lay = (layer: HTMLElement, element: HTMLTextAreaElement): void => {
  const border = Number.parseFloat(getComputedStyle(element).borderBlockStartWidth);
  const scrollbar = Math.round(element.offsetWidth - element.clientWidth - 2 * border);
  // A text from right to left has its scrollbar on the left, whatever the direction of the screens.
  const onLeft = Math.round(element.clientLeft - border);
  const before = getComputedStyle(layer).direction === 'rtl' ? scrollbar - onLeft : onLeft;
  // Not clientWidth, which is rounded: half a pixel can break a line elsewhere.
  const width = element.getBoundingClientRect().width - 2 * border - scrollbar;
  layer.style.insetInlineStart = `${border + before}px`;
  layer.style.insetBlockStart = `${element.offsetTop + border}px`;
  layer.style.inlineSize = `${width}px`;
  layer.style.blockSize = `${element.clientHeight}px`;
  layer.scrollTop = element.scrollTop;
};

/**
 * Lines under some words of a textarea: its text once more, unseen and in the same measures, so that the lines fall
 * where the words are. The textarea itself is not touched: input methods, undo and spelling stay the browser's.
 */
export const TextMarks = ({ control, pieces, lang }: TextMarksProps) => {
  const layer = useRef<HTMLDivElement>(null);
  // The words that have just been drawn may have changed the direction, and so the side of the scrollbar.
  // biome-ignore lint/correctness/useExhaustiveDependencies: laid anew for each drawing
  useLayoutEffect(() => {
    const [element, own] = [control.current, layer.current];
    if (element === null || own === null) return undefined;
    const place = () => lay(own, element);
    place();
    const sizes = new ResizeObserver(place);
    sizes.observe(element);
    element.addEventListener('scroll', place, { passive: true });
    return () => {
      sizes.disconnect();
      element.removeEventListener('scroll', place);
    };
  }, [control, pieces]);

  let at = 0;
  return (
    <div className="text-marks" ref={layer} aria-hidden>
      <div className="text-marks-text" dir="auto" lang={lang}>
        {pieces.map(({ text, mark }) => {
          const key = at;
          at += text.length;
          if (mark === null) return text;
          return (
            <span key={key} data-mark={mark}>
              {text}
            </span>
          );
        })}
      </div>
    </div>
  );
};
