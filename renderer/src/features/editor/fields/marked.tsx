import type { ReactNode } from 'react';
import type { Span } from './term-match.ts';

/** A text with the typed words underlined. */
export const Marked = ({ text, spans }: { readonly text: string; readonly spans: readonly Span[] }) => {
  const parts: ReactNode[] = [];
  let at = 0;
  for (const [start, end] of spans.toSorted((a, b) => a[0] - b[0])) {
    if (start < at) continue;
    parts.push(text.slice(at, start), <mark key={start}>{text.slice(start, end)}</mark>);
    at = end;
  }
  return (
    <>
      {parts}
      {text.slice(at)}
    </>
  );
};
