import type { Language } from '#shared/domain/template.ts';
import type { Direction } from '../text.ts';

/** The page on which something is written: which way it runs, and how wide its text is in twentieths of a point. */
export type Page = {
  readonly direction: Direction;
  /** Of the document. */
  readonly language: Language;
  readonly width: number;
};
