const marks = /[\u202a-\u202e\u2066-\u2069]/g;
const [closesEmbedding, closesIsolate] = ['\u202c', '\u2069'];

/**
 * A line without the marks of direction that it opens and does not close, or closes and did not open (UAX #9): in a
 * copy, they would turn what follows as well. Pairs stay.
 */
export const closedDirections = (line: string): string => {
  const open: { readonly at: number; readonly isIsolate: boolean }[] = [];
  const paired = new Set<number>();
  for (const { 0: mark, index } of line.matchAll(marks)) {
    if (mark !== closesEmbedding && mark !== closesIsolate) {
      open.push({ at: index, isIsolate: mark >= '\u2066' });
      continue;
    }
    // The end of an isolate ends what was opened within it; that of an embedding reaches out of no isolate.
    const from =
      mark === closesIsolate
        ? open.findLastIndex(({ isIsolate }) => isIsolate)
        : open.at(-1)?.isIsolate === false
          ? open.length - 1
          : -1;
    const opened = open[from];
    if (opened === undefined) continue;
    paired.add(opened.at).add(index);
    open.length = from;
  }
  return line.replace(marks, (mark, at: number) => (paired.has(at) ? mark : ''));
};
