import { plainText, withoutBlanks } from './xml-text.ts';

const tag = /<(\/?)mc:(AlternateContent|Choice|Fallback)(?=[\s/>])(?:[^"'>]|"[^"]*"|'[^']*')*>/gu;

/** Levels within one another that are looked at; no program writes so many. */
const deepest = 8;

/** One of the ways in which a file has the same content, from its tag to the end of it. */
type Way = { readonly isFallback: boolean; readonly from: number; readonly to: number };

/** The ways whose words another one has; the fallback stays, since it is what the reader of the text knows. */
const repeatedWays = (xml: string, ways: readonly Way[]): readonly Way[] => {
  const said = new Set<string>();
  return [...ways]
    .sort((a, b) => Number(b.isFallback) - Number(a.isFallback))
    .filter(({ from, to }) => {
      const words = withoutBlanks(plainText(xml.slice(from, to)));
      const isRepeated = said.has(words);
      said.add(words);
      return isRepeated;
    });
};

/**
 * A part of a Word file in which nothing stands twice: a text box is written once for new programs and once for old
 * ones (`mc:AlternateContent`), and one of the two goes where both have the same words. Source: ECMA-376-3, 7.
 */
export const withoutRepeatedWays = (xml: string): string => {
  const open: { readonly ways: Way[]; from: number }[] = [];
  const cuts: Way[] = [];
  for (const { 0: token, 1: slash, 2: name, index } of xml.matchAll(tag)) {
    const alternate = open.at(-1);
    if (token.endsWith('/>')) continue;
    if (name === 'AlternateContent' && slash === '') open.push({ ways: [], from: index });
    else if (alternate === undefined) continue;
    else if (name === 'AlternateContent') {
      if (open.length <= deepest) cuts.push(...repeatedWays(xml, alternate.ways));
      open.pop();
    } else if (slash === '') alternate.from = index;
    else
      alternate.ways.push({
        isFallback: name === 'Fallback',
        from: alternate.from,
        to: index + token.length,
      });
  }
  let kept = '';
  let at = 0;
  for (const { from, to } of cuts.sort((a, b) => a.from - b.from)) {
    if (from < at) continue;
    kept += xml.slice(at, from);
    at = to;
  }
  return kept + xml.slice(at);
};
