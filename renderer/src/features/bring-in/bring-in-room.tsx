import './bring-in.css';
import { FileInput } from 'lucide-react';
import type { Dispatch, ReactNode, SetStateAction } from 'react';
import { DropZone } from 'react-aria-components/DropZone';
import { FileTrigger } from 'react-aria-components/FileTrigger';
import { FormattedMessage, useIntl } from 'react-intl';
import { Button } from '#renderer/components/button.tsx';
import { Note } from '#renderer/components/note.tsx';
import { RoomHeader } from '#renderer/components/room-header.tsx';
import { Select } from '#renderer/components/select.tsx';
import { importableKinds } from '#shared/domain/document.ts';
import type { BatchReport } from './batch-report.ts';
import { DraftsReview } from './drafts-review.tsx';
import { OutcomeNote } from './outcome-note.tsx';
import { useBringIn } from './use-bring-in.ts';
import { WordReview } from './word-review.tsx';
import { WorkProgress } from './work-progress.tsx';

type BringInRoomProps = {
  readonly mark: ReactNode;
  /** Files to begin with. */
  readonly dropped: readonly File[];
  readonly onTaken: () => void;
  /** Of the batches so far; kept above the room, because one may end after the room was left. */
  readonly report: BatchReport;
  readonly onReport: Dispatch<SetStateAction<BatchReport>>;
  /** Draws the preview of a hand-over bundle; without it such a file is refused by name. */
  readonly bundle?: (file: File, onDone: () => void) => ReactNode;
};

/** Files become drafts here: choose or drop them, look at what they are, make what is wanted. */
export const BringInRoom = ({ mark, dropped, onTaken, report, onReport, bundle }: BringInRoomProps) => {
  const intl = useIntl();
  const isElsewhere = (one: File): boolean =>
    bundle !== undefined && one.name.toLowerCase().endsWith('.deskbundle');
  const room = useBringIn(dropped, onTaken, isElsewhere, report.running, onReport);
  const { total, at, file, standing } = room;

  const chooser = (
    <FileTrigger
      allowsMultiple
      onSelect={(list) => {
        room.begin([...(list ?? [])]);
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
        {standing.at !== 'choosing' && standing.at !== 'elsewhere' && (
          <Button variant="quiet" onPress={room.skip}>
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
            room.begin(dropped);
          });
        }}
      >
        {file !== undefined && (
          <p className="bring-in-file" dir="auto">
            <FormattedMessage id="bring-in.queue" values={{ at: at + 1, total, name: file.name }} />
          </p>
        )}
        {report.running !== null && report.running.total > 1 && (
          <div className="bring-in-start" role="status">
            <WorkProgress {...report.running} message="bring-in.making.count" onStop={room.stop} />
          </div>
        )}
        <OutcomeNote
          report={report}
          isOver={standing.at === 'choosing'}
          onTakeBack={(ids) => void room.takeBack(ids)}
        />
        {standing.at === 'elsewhere' && bundle?.(standing.file, room.skip)}
        {standing.at === 'choosing' && (
          <div className="bring-in-start">
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
              <FormattedMessage id="bring-in.reading" values={{ name: standing.reading.file.name }} />
            </p>
            <WorkProgress {...standing.progress} message="bring-in.reading.rows" onStop={room.stop} />
          </div>
        )}
        {standing.at === 'failed' && (
          <div className="bring-in-start" role="alert">
            <Note tone="error">
              <strong dir="auto">
                <FormattedMessage id="bring-in.failed" values={{ name: standing.reading.file.name }} />
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
                  options={importableKinds.map((kind) => ({
                    value: kind,
                    label: intl.formatMessage({ id: `kind.${kind}` }),
                  }))}
                  onChange={(value) => {
                    const kind = importableKinds.find((one) => one === value);
                    if (kind !== undefined) room.readAs({ ...standing.reading.said, kind });
                  }}
                />
              </div>
            )}
            {standing.preview.what === 'word' ? (
              <WordReview
                key={standing.reading.step}
                name={standing.reading.file.name}
                preview={standing.preview}
                isBusy={standing.isMaking}
                onKind={(kind) => room.readAs({ ...standing.reading.said, kind })}
                onMake={(choices, decimal) => void room.makeWord(choices, decimal)}
              />
            ) : (
              <DraftsReview
                key={standing.reading.step}
                preview={standing.preview}
                decimal={standing.reading.said.decimal}
                onDecimal={(decimal) => room.readAs({ ...standing.reading.said, decimal })}
                isBusy={standing.isMaking}
                onMake={(drafts) => void room.make(drafts.map(({ draft }) => draft))}
              />
            )}
          </>
        )}
      </DropZone>
    </>
  );
};
