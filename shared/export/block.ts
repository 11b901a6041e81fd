import type { Text } from './text.ts';

/** A name and what stands for it; of several lines where a person wrote several. */
export type Fact = { readonly label: Text; readonly value: readonly Text[] };

/** A cell of a table: its lines. Numbers stand at the end of their cell. */
export type Cell = { readonly lines: readonly Text[]; readonly isNumber: boolean };

export type TableBlock = {
  readonly block: 'table';
  readonly head: readonly Text[];
  readonly rows: readonly (readonly Cell[])[];
};

/**
 * What a row of a budget is: `category` begins one that has several lines, `line` is a row of amounts, and the
 * rest is added up.
 */
export type BudgetRole =
  | 'category'
  | 'line'
  | 'subtotal'
  | 'direct'
  | 'indirect'
  | 'rate'
  | 'total'
  | 'share';

export type BudgetRow = {
  readonly role: BudgetRole;
  readonly label: Text;
  /** One for each organization, then the sum; as the language writes them; empty where there is no amount. */
  readonly cells: readonly string[];
};

export type BudgetBlock = {
  readonly block: 'budget';
  /** What the first column holds, with the currency. */
  readonly corner: Text;
  /** The short names of the organizations, then the word for all of them. */
  readonly columns: readonly Text[];
  readonly rows: readonly BudgetRow[];
};

/** An outcome or an output: what is to come about, what else is said of it, and its indicators. */
export type Result = {
  /** 1 for outcomes, 2 for outputs. */
  readonly level: number;
  /** "Outcome 1", "Output 1.2". */
  readonly name: Text;
  readonly statement: readonly Text[];
  readonly facts: readonly Fact[];
  readonly indicators: readonly (readonly Cell[])[];
};

/** A results framework: outcomes, each followed by its outputs; every indicator has a cell for each of `head`. */
export type ResultsBlock = {
  readonly block: 'results';
  readonly head: readonly Text[];
  readonly results: readonly Result[];
};

/** One item of a repeating group that is too rich for a row of a table. */
export type Item = {
  readonly name: Text;
  readonly parts: readonly { readonly label: Text; readonly blocks: readonly Block[] }[];
};

/** A piece of an answer. */
export type Block =
  /** One for each line; an empty text is a blank line between two. */
  | {
      readonly block: 'paragraphs';
      readonly lines: readonly Text[];
      /** Running text: each paragraph goes the way its script does, a short answer that of the page. */
      readonly isLong: boolean;
    }
  /** What was chosen from a list. */
  | { readonly block: 'list'; readonly items: readonly Text[] }
  | TableBlock
  | BudgetBlock
  | ResultsBlock
  | { readonly block: 'items'; readonly items: readonly Item[] }
  /** A score from 0 to 3, what it means, and why. */
  | {
      readonly block: 'marker';
      readonly score: number | null;
      readonly meaning: Text | null;
      readonly reason: readonly Text[];
      readonly reasonLabel: Text;
    }
  /** Files that go with it, by name. */
  | { readonly block: 'files'; readonly names: readonly Text[] };

/** A score with what it means, on one line. */
export const markerLine = (score: number, meaning: Text | null): Text =>
  meaning === null
    ? { text: String(score), language: 'en' }
    : { ...meaning, text: `${score} · ${meaning.text}` };
