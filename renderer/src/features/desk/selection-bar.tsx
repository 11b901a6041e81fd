import './selection-bar.css';
import { FileText, FileType, Table2, Usb, X } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import type { CopyOutcome } from '#renderer/commands/copy-choice.ts';
import type { Watch } from '#renderer/commands/watch.ts';
import { Button } from '#renderer/components/button.tsx';
import { Checkbox } from '#renderer/components/checkbox.tsx';
import { IconButton } from '#renderer/components/icon-button.tsx';
import { ProgressBar } from '#renderer/components/progress-bar.tsx';

/** What is made of the selected documents: one table of them all, or a file for each. */
export type SelectionExport = 'table' | 'docx' | 'pdf';

type SelectionBarProps = {
  readonly count: number;
  /** Whether Saved can be said, and PDFs are made: a browser only takes the file over, and prints. */
  readonly savesItself: boolean;
  readonly onExport: (what: SelectionExport, withContacts: boolean, watch: Watch) => Promise<CopyOutcome>;
  /** Goes to where a colleague's bundle of them is made. */
  readonly onHandOver: () => void;
  readonly onClear: () => void;
};

type Work =
  | { readonly state: 'idle' }
  | { readonly state: 'busy'; readonly done: number; readonly total: number }
  /** What came of it is said as long as the same number is selected. */
  | { readonly state: 'done'; readonly count: number; readonly outcome: CopyOutcome };

/** What can be done with the selected documents. Contact persons only when asked for, each time anew. */
export const SelectionBar = ({ count, savesItself, onExport, onHandOver, onClear }: SelectionBarProps) => {
  const intl = useIntl();
  const [withContacts, setWithContacts] = useState(false);
  const [work, setWork] = useState<Work>({ state: 'idle' });
  const stop = useRef<AbortController | null>(null);
  useEffect(() => () => stop.current?.abort(), []);
  const run = async (what: SelectionExport) => {
    const controller = new AbortController();
    stop.current = controller;
    setWork({ state: 'busy', done: 0, total: count });
    const outcome = await onExport(what, withContacts, {
      onProgress: (done, total) => setWork({ state: 'busy', done, total }),
      abort: controller.signal,
    });
    setWork({ state: 'done', count, outcome });
  };
  const outcome = work.state === 'done' && work.count === count ? work.outcome : null;
  const numbers =
    work.state === 'busy' ? intl.formatMessage({ id: 'register.progress' }, { ...work }) : undefined;
  return (
    <section className="selection-bar" aria-label={intl.formatMessage({ id: 'register.bar' })}>
      <strong role="status" className="selection-count">
        <FormattedMessage id="register.selected" values={{ count }} />
      </strong>
      {work.state === 'busy' ? (
        <>
          <div className="selection-progress">
            <ProgressBar
              label={intl.formatMessage({ id: 'register.busy' })}
              value={work.done}
              max={work.total}
              numbers={numbers}
            />
          </div>
          <Button variant="secondary" onPress={() => stop.current?.abort()}>
            <FormattedMessage id="register.cancel" />
          </Button>
        </>
      ) : (
        <>
          <Button variant="secondary" icon={Table2} onPress={() => void run('table')}>
            <FormattedMessage id="register.export" />
          </Button>
          <Button variant="secondary" icon={FileText} onPress={() => void run('docx')}>
            <FormattedMessage id="register.word" />
          </Button>
          {savesItself && (
            <Button variant="secondary" icon={FileType} onPress={() => void run('pdf')}>
              <FormattedMessage id="register.pdf" />
            </Button>
          )}
          <Button variant="secondary" icon={Usb} onPress={onHandOver}>
            <FormattedMessage id="register.handOver" />
          </Button>
          <Checkbox isSelected={withContacts} onChange={setWithContacts}>
            <FormattedMessage id="register.contacts" />
          </Checkbox>
          <span className="selection-said" role="status">
            {outcome === null || outcome === 'printing' ? (
              <FormattedMessage id="register.hint" />
            ) : (
              <FormattedMessage
                id={
                  outcome === 'saved' && !savesItself
                    ? 'register.outcome.saved.browser'
                    : `register.outcome.${outcome}`
                }
              />
            )}
          </span>
          <IconButton label={intl.formatMessage({ id: 'register.clear' })} icon={X} onPress={onClear} />
        </>
      )}
    </section>
  );
};
