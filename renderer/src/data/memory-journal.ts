import type { JournalFiles } from '#shared/ipc/journal-files.ts';

/** A journal in memory, for tests: `texts` are its segments by space and number, to look at and to damage. */
export const memoryJournal = (checkpointBytes = 1_000_000, segmentBytes = 100_000) => {
  const texts = new Map<string, Map<number, string>>();
  const state = { failure: null as 'disk-full' | 'failed' | null, modifiedAt: 0 };
  const of = (space: string) => texts.get(space) ?? new Map<number, string>();
  const files: JournalFiles = {
    checkpointBytes,
    segments: async (space) =>
      [...of(space)].map(([number, text]) => ({
        number,
        sizeBytes: text.length,
        modifiedAt: state.modifiedAt,
      })),
    append: async (space, lines) => {
      if (state.failure !== null) return { ok: false, code: state.failure };
      const segments = of(space);
      const last = Math.max(1, ...segments.keys());
      const number = (segments.get(last)?.length ?? 0) >= segmentBytes ? last + 1 : last;
      texts.set(space, segments.set(number, (segments.get(number) ?? '') + lines));
      return { ok: true, segment: number, isDiskLow: false };
    },
    read: async (space, segment) => of(space).get(segment) ?? '',
    dropBefore: async (space, segment) => {
      for (const number of of(space).keys()) if (number < segment) of(space).delete(number);
    },
  };
  return { ...files, texts, state };
};
