import { matchOf, numberedTerm, type TermFinder, type TermMatch } from './term-match.ts';

/** One entry of a list as it is written, and what it is; null where no list has it. */
export type ListedTerm = { readonly text: string; readonly match: TermMatch | null };

/** `before`: the sign that parts a piece from the one before it. */
type Piece = { readonly from: number; readonly to: number; readonly before: string };

/** Commas, slashes, dashes and words for "and", but none in brackets: "Bolivia (Plurinational State of)" is one. */
const separator =
  /(?:[,،、，/&–—]|\s-\s|\s(?:and|y|e|et|и)(?=\s)|\sو(?=\p{L})|(?<!共)[和及与](?=\p{L}))(?![^()]{0,200}\))/giu;

/** No official name has more pieces, and none is longer. */
const mostPieces = 8;
const longestName = 400;
/** All names of the longest list are shorter; what is longer is no list of names. */
const longestLine = 20_000;

const piecesOf = (line: string): readonly Piece[] => {
  const pieces: Piece[] = [];
  let from = 0;
  let before = '';
  for (const found of line.matchAll(separator)) {
    pieces.push({ from, to: found.index, before });
    before = found[0].trim();
    from = found.index + found[0].length;
  }
  return [...pieces, { from, to: line.length, before }];
};

/** "1 – 5" and "10.7 – 10.9" may mean all that lies between: it is not for a reader to choose. */
const isRange = (text: string): boolean =>
  /(?<![\d.])(\d{1,2}\.|)(?:\d{1,2}|[a-d])\s?[–—-]\s?\1(?:\d{1,2}|[a-d])$/iu.test(text);

/**
 * The entries that a line lists. A name that itself has commas or an "and" is found before its parts are; words that
 * explain the entry before them ("13 – Detention, a last resort", "Policy/legal in scope") belong to it.
 */
export const listedTerms = (finder: TermFinder, line: string): readonly ListedTerm[] => {
  if (line.length > longestLine) return [{ text: line.trim(), match: null }];
  const pieces = piecesOf(line);
  const said = (at: number, end: number): string => line.slice(pieces[at]?.from, pieces[end - 1]?.to).trim();
  const longestAt = (at: number): { readonly end: number; readonly match: TermMatch | null } => {
    for (let end = Math.min(pieces.length, at + mostPieces); end > at + 1; end -= 1) {
      const text = said(at, end);
      if (text.length > longestName || said(end - 1, end) === '') continue;
      if (isRange(text) && end === at + 2) return { end, match: null };
      const match = finder.whole(text);
      if (match !== null) return { end, match };
    }
    return { end: at + 1, match: matchOf(finder, said(at, at + 1)) };
  };
  const listed: { text: string; match: TermMatch | null; from: number; isExplained: boolean }[] = [];
  for (let at = 0; at < pieces.length; ) {
    const { end, match } = longestAt(at);
    const text = said(at, end);
    const last = listed.at(-1);
    const isBound = last?.isExplained || /^[–—/-]$/u.test(pieces[at]?.before ?? '');
    const isWords = numberedTerm(text) === null && !isRange(text);
    const explains = isWords && (match === null || numberedTerm(last?.text ?? '') !== null);
    if (text !== '' && last?.match && isBound && explains) {
      last.text = said(last.from, end);
      last.match = { ...last.match, isExact: false };
      last.isExplained = true;
    } else if (text !== '')
      listed.push({
        text,
        match,
        from: at,
        isExplained: (numberedTerm(text)?.words ?? '') !== '',
      });
    at = end;
  }
  return listed;
};
