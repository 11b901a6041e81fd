import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { navigate } from '#renderer/components/route.ts';
import { useCommands } from '#renderer/hooks/use-commands.ts';
import type { DocKind } from '#shared/domain/document.ts';
import type { DocId } from '#shared/domain/ids.ts';
import type { Failure } from '#shared/errors.ts';
import type { DocumentDraft, ImportError } from '#shared/import/import-result.ts';
import type { DecimalSign } from '#shared/import/read-amount.ts';
import type { ImportPreview } from '#shared/import/read-import.ts';
import type { PieceChoices } from '#shared/import/word-draft.ts';

/** Which way a file is being read: what the person said of it. */
type Said = { readonly kind: DocKind | null; readonly decimal: DecimalSign | null };

export type Standing =
  | { readonly at: 'choosing' }
  | { readonly at: 'reading'; readonly done: number; readonly total: number }
  | { readonly at: 'failed'; readonly error: ImportError }
  /** `step` tells two readings of one file apart; `making`: how far the drafts have come, null while none is made. */
  | {
      readonly at: 'review';
      readonly preview: ImportPreview;
      readonly said: Said;
      readonly step: number;
      readonly making: { readonly done: number; readonly total: number } | null;
    };

/** What to say beside it: of a batch that was made, stopped, taken back or not kept. */
export type Outcome =
  | { readonly what: 'made'; readonly ids: readonly DocId[] }
  | { readonly what: 'stopped' }
  | { readonly what: 'taken-back'; readonly count: number }
  | { readonly what: 'failed'; readonly failure: Failure };

type Queue = { readonly files: readonly File[]; readonly at: number };

/** Files one after the other: read, looked at, made. `isElsewhere`: what another reader takes. */
export const useBringIn = (
  dropped: readonly File[],
  onTaken: () => void,
  isElsewhere: (file: File) => boolean,
) => {
  const commands = useCommands();
  const [{ files, at }, setQueue] = useState<Queue>({ files: [], at: 0 });
  const [standing, setStanding] = useState<Standing>({ at: 'choosing' });
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const made = useRef<readonly DocId[]>([]);
  const work = useRef<AbortController | null>(null);
  const steps = useRef(0);
  const file = files[at];

  const begun = (): AbortSignal => {
    work.current = new AbortController();
    return work.current.signal;
  };
  const read = async (next: File, said: Said) => {
    setOutcome(null);
    setStanding({ at: 'reading', done: 0, total: 0 });
    const result = await commands.readImport(next, said, {
      onProgress: (done, total) => setStanding({ at: 'reading', done, total }),
      abort: begun(),
    });
    steps.current += 1;
    setStanding(
      result.ok
        ? { at: 'review', preview: result.value, said, step: steps.current, making: null }
        : { at: 'failed', error: result.error },
    );
  };
  const goTo = (all: readonly File[], index: number) => {
    const next = all[index];
    setQueue(next === undefined ? { files: [], at: 0 } : { files: all, at: index });
    if (next !== undefined && !isElsewhere(next)) {
      void read(next, { kind: null, decimal: null });
      return;
    }
    setStanding({ at: 'choosing' });
    if (next === undefined && made.current.length > 0) setOutcome({ what: 'made', ids: made.current });
  };
  const begin = (chosen: readonly File[]) => {
    if (chosen.length === 0) return;
    made.current = [];
    setOutcome(null);
    goTo(chosen, 0);
  };
  const waiting = useEffectEvent((arrived: readonly File[]) => {
    if (arrived.length === 0) return;
    onTaken();
    begin(arrived);
  });
  useEffect(() => waiting(dropped), [dropped]);

  const showMaking = (making: { readonly done: number; readonly total: number } | null) =>
    setStanding((now) => (now.at === 'review' ? { ...now, making } : now));
  const make = async (drafts: readonly DocumentDraft[]) => {
    setOutcome(null);
    showMaking({ done: 0, total: drafts.length });
    const answer = await commands.makeDrafts(drafts, {
      onProgress: (done, total) => showMaking({ done, total }),
      abort: begun(),
    });
    showMaking(null);
    if (answer.what !== 'made') {
      setOutcome(answer);
      return;
    }
    made.current = [...made.current, ...answer.ids];
    const [only] = answer.ids;
    if (files.length === 1 && answer.ids.length === 1 && only !== undefined)
      navigate({ room: 'document', id: only });
    else goTo(files, at + 1);
  };
  return {
    files,
    at,
    file,
    standing,
    outcome,
    begin,
    skip: () => goTo(files, at + 1),
    stop: () => work.current?.abort(),
    readAs: (said: Said) => {
      if (file !== undefined) void read(file, said);
    },
    make,
    makeWord: async (
      preview: Extract<ImportPreview, { what: 'word' }>,
      choices: PieceChoices,
      decimal: DecimalSign | null,
    ) => {
      if (file === undefined) return;
      showMaking({ done: 0, total: 1 });
      const draft = await commands.wordDraft(file.name, preview, choices, decimal);
      if (draft.ok) await make([draft.value]);
      else setStanding({ at: 'failed', error: draft.error });
    },
    takeBack: async (ids: readonly DocId[]) => {
      const answer = await commands.takeBackDrafts(ids);
      made.current = [];
      setOutcome(
        answer.ok ? { what: 'taken-back', count: answer.value } : { what: 'failed', failure: answer.error },
      );
    },
  };
};
