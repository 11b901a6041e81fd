import './bring-in.css';
import { FileInput } from 'lucide-react';
import { type ReactNode, useEffect, useEffectEvent, useRef, useState } from 'react';
import { DropZone } from 'react-aria-components/DropZone';
import { FileTrigger } from 'react-aria-components/FileTrigger';
import { FormattedMessage, useIntl } from 'react-intl';
import { Button } from '#renderer/components/button.tsx';
import { Note } from '#renderer/components/note.tsx';
import { ProgressBar } from '#renderer/components/progress-bar.tsx';
import { RoomHeader } from '#renderer/components/room-header.tsx';
import { navigate } from '#renderer/components/route.ts';
import { Select } from '#renderer/components/select.tsx';
import { failureText } from '#renderer/error-text.ts';
import { useCommands } from '#renderer/hooks/use-commands.ts';
import { type DocKind, docKinds } from '#shared/domain/document.ts';
import type { Failure } from '#shared/errors.ts';
import type { ImportError } from '#shared/import/import-result.ts';
import type { ImportDraft, ImportPreview } from '#shared/import/read-import.ts';
import type { PieceChoices } from '#shared/import/word-draft.ts';
import { DraftsReview } from './drafts-review.tsx';
import { WordReview } from './word-review.tsx';

const kinds = docKinds.filter((kind) => kind !== 'pledge-update');

type Standing =
  | { readonly at: 'choosing'; readonly made: number }
  | { readonly at: 'reading'; readonly done: number; readonly total: number }
  | { readonly at: 'failed'; readonly error: ImportError }
  /** `step` tells two readings of one file apart. */
  | { readonly at: 'review'; readonly preview: ImportPreview; readonly step: number };

type BringInRoomProps = {
  readonly mark: ReactNode;
  /** Files to begin with. */
  readonly dropped: readonly File[];
  readonly onTaken: () => void;
  /** Draws the preview of a hand-over bundle; without it such a file is refused by name. */
  readonly bundle?: (file: File, onDone: () => void) => ReactNode;
};

/** Files become drafts here: choose or drop them, look at what they are, make what is wanted. */
export const BringInRoom = ({ mark, dropped, onTaken, bundle }: BringInRoomProps) => {
  const intl = useIntl();
  const commands = useCommands();
  const [files, setFiles] = useState<readonly File[]>([]);
  const [at, setAt] = useState(0);
  const [standing, setStanding] = useState<Standing>({ at: 'choosing', made: 0 });
  const [done, setDone] = useState<ReadonlySet<number>>(new Set());
  const [isBusy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const made = useRef(0);
  const reading = useRef<AbortController | null>(null);
  const steps = useRef(0);
  const file = files[at];
  const isBundle = file?.name.toLowerCase().endsWith('.deskbundle') && bundle !== undefined;

  const read = async (next: File, kind: DocKind | null) => {
    const controller = new AbortController();
    reading.current = controller;
    setFailure(null);
    setDone(new Set());
    setStanding({ at: 'reading', done: 0, total: 0 });
    const result = await commands.readImport(next, kind, {
      onProgress: (rows, total) => setStanding({ at: 'reading', done: rows, total }),
      abort: controller.signal,
    });
    steps.current += 1;
    setStanding(
      result.ok
        ? { at: 'review', preview: result.value, step: steps.current }
        : { at: 'failed', error: result.error },
    );
  };
  const goTo = (all: readonly File[], index: number) => {
    const next = all[index];
    if (next === undefined) {
      setFiles([]);
      setStanding({ at: 'choosing', made: made.current });
      return;
    }
    setFiles(all);
    setAt(index);
    if (next.name.toLowerCase().endsWith('.deskbundle') && bundle !== undefined)
      setStanding({ at: 'choosing', made: made.current });
    else void read(next, null);
  };
  const begin = (chosen: readonly File[]) => {
    made.current = 0;
    goTo(chosen, 0);
  };
  const waiting = useEffectEvent((arrived: readonly File[]) => {
    if (arrived.length === 0) return;
    onTaken();
    begin(arrived);
  });
  useEffect(() => waiting(dropped), [dropped]);
  const makeRows = async (drafts: readonly ImportDraft[]) => {
    setBusy(true);
    const answer = await commands.makeDrafts(drafts.map(({ draft }) => draft));
    setBusy(false);
    made.current += answer.made.length;
    setFailure(answer.failure);
    if (answer.failure !== null) {
      // Those that are there are not offered again.
      setDone(new Set([...done, ...drafts.slice(0, answer.made.length).map(({ place }) => place)]));
      return;
    }
    const [only] = answer.made;
    if (files.length === 1 && drafts.length === 1 && only !== undefined)
      navigate({ room: 'document', id: only });
    else goTo(files, at + 1);
  };
  const makeWord = async (preview: Extract<ImportPreview, { what: 'word' }>, choices: PieceChoices) => {
    if (file === undefined) return;
    setBusy(true);
    const draft = await commands.wordDraft(file.name, preview, choices);
    setBusy(false);
    if (draft.ok) await makeRows([{ place: 1, draft: draft.value }]);
    else setStanding({ at: 'failed', error: draft.error });
  };

  const chooser = (
    <FileTrigger
      allowsMultiple
      onSelect={(list) => {
        if (list !== null && list.length > 0) begin([...list]);
      }}
    >
      <Button variant={standing.at === 'choosing' ? 'primary' : 'secondary'} icon={FileInput}>
        <FormattedMessage id="bring-in.choose" />
      </Button>
    </FileTrigger>
  );
  return (
    <>
      <RoomHeader title={<FormattedMessage id="bring-in.title" />} mark={mark}>
        {standing.at !== 'choosing' && (
          <Button variant="quiet" onPress={() => goTo(files, at + 1)}>
            <FormattedMessage id="bring-in.skip" />
          </Button>
        )}
      </RoomHeader>
      <DropZone
        className="bring-in"
        aria-label={intl.formatMessage({ id: 'bring-in.title' })}
        onDrop={(event) => {
          const items = event.items.filter((item) => item.kind === 'file');
          void Promise.all(items.map((item) => item.getFile())).then((dropped) => {
            if (dropped.length > 0) begin(dropped);
          });
        }}
      >
        {file !== undefined && (
          <p className="bring-in-file" dir="auto">
            <FormattedMessage
              id="bring-in.queue"
              values={{ at: at + 1, total: files.length, name: file.name }}
            />
          </p>
        )}
        {failure !== null && (
          <Note tone="error">
            <strong>{failureText(intl, failure).what}</strong> {failureText(intl, failure).next}
          </Note>
        )}
        {isBundle && file !== undefined && bundle(file, () => goTo(files, at + 1))}
        {standing.at === 'choosing' && !isBundle && (
          <div className="bring-in-start">
            {standing.made > 0 && (
              <Note tone="plain">
                <FormattedMessage id="bring-in.made" values={{ count: standing.made }} />{' '}
                <Button variant="secondary" onPress={() => navigate({ room: 'desk' })}>
                  <FormattedMessage id="bring-in.to-desk" />
                </Button>
              </Note>
            )}
            <p>
              <FormattedMessage id="bring-in.intro" />
            </p>
            <ul>
              <li>
                <FormattedMessage id="bring-in.kinds.word" />
              </li>
              <li>
                <FormattedMessage id="bring-in.kinds.csv" />
              </li>
              <li>
                <FormattedMessage id="bring-in.kinds.records" />
              </li>
            </ul>
            {chooser}
          </div>
        )}
        {standing.at === 'reading' && (
          <div className="bring-in-start">
            <p role="status" dir="auto">
              <FormattedMessage id="bring-in.reading" values={{ name: file?.name ?? '' }} />
            </p>
            {standing.total > 0 && (
              <ProgressBar
                label={intl.formatMessage(
                  { id: 'bring-in.reading.rows' },
                  { done: standing.done, total: standing.total },
                )}
                value={standing.done}
                max={standing.total}
              />
            )}
            <Button variant="secondary" onPress={() => reading.current?.abort()}>
              <FormattedMessage id="bring-in.cancel" />
            </Button>
          </div>
        )}
        {standing.at === 'failed' && (
          <div className="bring-in-start" role="alert">
            <Note tone="error">
              <strong dir="auto">
                <FormattedMessage id="bring-in.failed" values={{ name: file?.name ?? '' }} />
              </strong>{' '}
              <FormattedMessage id={`bring-in.error.${standing.error.code}`} values={standing.error.params} />
            </Note>
            {chooser}
          </div>
        )}
        {standing.at === 'review' && (
          <>
            {standing.preview.kind !== null && (
              <div className="bring-in-kind">
                <Select
                  label={<FormattedMessage id="bring-in.kind" />}
                  value={standing.preview.kind}
                  options={kinds.map((kind) => ({
                    value: kind,
                    label: intl.formatMessage({ id: `kind.${kind}` }),
                  }))}
                  onChange={(value) => {
                    const kind = kinds.find((one) => one === value);
                    if (kind !== undefined && file !== undefined) void read(file, kind);
                  }}
                />
              </div>
            )}
            {standing.preview.what === 'word' ? (
              <WordReview
                key={standing.step}
                preview={standing.preview}
                isBusy={isBusy}
                onMake={(choices) => {
                  if (standing.preview.what === 'word') void makeWord(standing.preview, choices);
                }}
              />
            ) : (
              <DraftsReview
                key={standing.step}
                preview={standing.preview}
                done={done}
                isBusy={isBusy}
                onMake={(drafts) => void makeRows(drafts)}
              />
            )}
          </>
        )}
      </DropZone>
    </>
  );
};
