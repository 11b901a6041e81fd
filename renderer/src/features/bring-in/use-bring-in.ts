import { type Dispatch, type SetStateAction, useEffect, useEffectEvent, useReducer, useRef } from 'react';
import { navigate } from '#renderer/components/route.ts';
import { useCommands } from '#renderer/hooks/use-commands.ts';
import type { DocId } from '#shared/domain/ids.ts';
import type { DocumentDraft } from '#shared/import/import-result.ts';
import type { DecimalSign } from '#shared/import/read-amount.ts';
import type { PieceChoices } from '#shared/import/word-draft.ts';
import {
  afterBatch,
  afterTakeBack,
  type BatchReport,
  nothingMade,
  type RunningBatch,
  withoutBatch,
} from './batch-report.ts';
import { bringInAfter, nothingChosen, type Said } from './bring-in-draft.ts';

/**
 * Runs what `bring-in-draft.ts` draws. A reading ends with what shows it; a batch ends with Stop and with going on to
 * another file, but not with the room: drafts that somebody asked for are not dropped because they looked elsewhere.
 * `running`: the batch that is being written, begun here or before the room was left.
 */
export const useBringIn = (
  dropped: readonly File[],
  onTaken: () => void,
  isElsewhere: (file: File) => boolean,
  running: RunningBatch | null,
  onReport: Dispatch<SetStateAction<BatchReport>>,
) => {
  const commands = useCommands();
  const [{ queue, at, standing }, dispatch] = useReducer(bringInAfter, nothingChosen);
  // What is asked for in one turn is about the batch that was begun in it.
  const batch = useRef(running?.work ?? null);

  const reading = standing.at === 'reading' ? standing.reading : null;
  useEffect(() => {
    if (reading === null) return undefined;
    const { step, file, said } = reading;
    const work = new AbortController();
    void commands
      .readImport(file, said, {
        onProgress: (done, total) => dispatch({ what: 'reading', step, done, total }),
        abort: work.signal,
      })
      .then((result) => dispatch({ what: 'read', step, result }));
    return () => work.abort();
  }, [commands, reading]);

  const opening = standing.at === 'opening' ? standing.id : null;
  const open = useEffectEvent((id: DocId) => {
    // It opens before the person's eyes: there is nothing left to say of it.
    onReport((report) => ({ ...report, made: report.made.filter((one) => one !== id) }));
    navigate({ room: 'document', id });
  });
  useEffect(() => {
    if (opening !== null) open(opening);
  }, [opening]);

  const begin = (chosen: readonly File[]) => {
    if (chosen.length === 0) return;
    batch.current?.abort();
    onReport(nothingMade);
    dispatch({ what: 'begun', files: chosen.map((file) => ({ file, isElsewhere: isElsewhere(file) })) });
  };
  const waiting = useEffectEvent((arrived: readonly File[]) => {
    if (arrived.length === 0) return;
    onTaken();
    begin(arrived);
  });
  useEffect(() => waiting(dropped), [dropped]);

  const write = async (step: number, drafts: readonly DocumentDraft[], work: AbortController) => {
    const onProgress = (done: number, total: number) =>
      onReport((report) =>
        report.running?.work === work ? { ...report, running: { work, done, total } } : report,
      );
    const answer = await commands.makeDrafts(drafts, { onProgress, abort: work.signal });
    onReport((report) => afterBatch(report, work, answer));
    dispatch(
      answer.what === 'made'
        ? { what: 'made', step, ids: answer.ids }
        : { what: 'not-made', step, error: null },
    );
  };
  const goOn = () => {
    batch.current?.abort();
    onReport((report) => ({ ...report, note: null }));
  };
  const begun = (step: number, total: number): AbortController => {
    goOn();
    const work = new AbortController();
    batch.current = work;
    onReport((report) => ({ ...report, running: { work, done: 0, total } }));
    dispatch({ what: 'making', step });
    return work;
  };
  return {
    total: queue.length,
    at,
    file: queue[at]?.file,
    standing,
    begin,
    skip: () => {
      goOn();
      dispatch({ what: 'skipped' });
    },
    stop: () => {
      batch.current?.abort();
      dispatch({ what: 'stopped' });
    },
    readAs: (said: Said) => {
      goOn();
      dispatch({ what: 'said', said });
    },
    make: async (drafts: readonly DocumentDraft[]) => {
      if (standing.at !== 'review') return;
      const { step } = standing.reading;
      await write(step, drafts, begun(step, drafts.length));
    },
    makeWord: async (choices: PieceChoices, decimal: DecimalSign | null) => {
      if (standing.at !== 'review' || standing.preview.what !== 'word') return;
      const { step, file } = standing.reading;
      const work = begun(step, 1);
      const draft = await commands.wordDraft(file.name, standing.preview, choices, decimal);
      if (draft.ok) return write(step, [draft.value], work);
      onReport((report) => withoutBatch(report, work));
      dispatch({ what: 'not-made', step, error: draft.error });
    },
    takeBack: async (ids: readonly DocId[]) => {
      const answer = await commands.takeBackDrafts(ids);
      onReport((report) => afterTakeBack(report, ids, answer));
    },
  };
};
