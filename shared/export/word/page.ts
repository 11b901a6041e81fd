import type { Language } from '#shared/domain/template.ts';
import type { Direction } from '../text.ts';

/** The page on which something is written: which way it runs, and how wide its text is in twentieths of a point. */
export type Page = {
  readonly direction: Direction;
  /** Of the page, and of what was written. */
  readonly language: Language;
  readonly writtenLanguage: Language;
  readonly width: number;
};
