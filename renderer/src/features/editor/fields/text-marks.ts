import type { FieldPath } from '#shared/domain/field-path.ts';
import type { Finding } from '#shared/domain/finding.ts';
import type { Severity } from '#shared/domain/template.ts';

/** A stretch of a text; `mark` where a finding is about these words. */
export type TextPiece = { readonly text: string; readonly mark: Severity | null };

/**
 * A text cut where findings at its place say that they are about some words of it; null where none does. Of
 * findings about the same words, the first counts; what lies outside the text is of an earlier one.
 */
export const markedPieces = (
  text: string,
  path: FieldPath,
  findings: readonly Finding[],
): readonly TextPiece[] | null => {
  const spans = findings
    .flatMap(({ path: place, severity, params: { start, length } }) =>
      place === path && typeof start === 'number' && typeof length === 'number' && length > 0
        ? [{ start, end: start + length, severity }]
        : [],
    )
    .filter(({ end }) => end <= text.length)
    .sort((a, b) => a.start - b.start);
  if (spans.length === 0) return null;
  const pieces: TextPiece[] = [];
  let done = 0;
  for (const { start, end, severity } of spans) {
    if (start < done) continue;
    pieces.push(
      { text: text.slice(done, start), mark: null },
      { text: text.slice(start, end), mark: severity },
    );
    done = end;
  }
  pieces.push({ text: text.slice(done), mark: null });
  return pieces.filter((piece) => piece.text !== '');
};
