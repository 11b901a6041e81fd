import './history.css';
import { ChevronLeft } from 'lucide-react';
import { useEffect, useId, useMemo, useRef, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { versionComparison } from '#renderer/commands/version-comparison.ts';
import { Button } from '#renderer/components/button.tsx';
import { IconButton } from '#renderer/components/icon-button.tsx';
import { Note } from '#renderer/components/note.tsx';
import { RadioSegments } from '#renderer/components/radio-segments.tsx';
import { failureText } from '#renderer/error-text.ts';
import { findingPlace } from '#renderer/finding-place.ts';
import { useCommands } from '#renderer/hooks/use-commands.ts';
import { useSession } from '#renderer/hooks/use-document.ts';
import { useVersion, useVersions } from '#renderer/hooks/use-versions.ts';
import { useLocalized } from '#renderer/i18n/use-localized.ts';
import type { FieldPath } from '#shared/domain/field-path.ts';
import type { Failure } from '#shared/errors.ts';
import { useEditor } from './editor-context.ts';
import { NameVersion } from './name-version.tsx';
import { readOnlyReason } from './read-only-reason.ts';
import { useChangeSteps } from './use-change-steps.ts';
import { VersionChangeView } from './version-change-view.tsx';
import { causeText, momentText } from './version-words.ts';

type VersionReadingProps = { readonly seq: number; readonly onClose: () => void };
type Standing =
  | { readonly state: 'idle' | 'busy' | 'done' }
  | { readonly state: 'failed'; readonly failure: Failure };

/** A version in the place of the form: what differs, by the numbers of the form, and the way back to it. */
export const VersionReading = ({ seq, onClose }: VersionReadingProps) => {
  const { session, vocabulary } = useEditor();
  const { values, readOnly, summary, role } = useSession(session);
  const intl = useIntl();
  const read = useLocalized();
  const commands = useCommands();
  const page = useRef<HTMLElement>(null);
  const titleId = useId();
  const [against, setAgainst] = useState<'now' | 'before'>('now');
  const [isNaming, setNaming] = useState(false);
  const [standing, setStanding] = useState<Standing>({ state: 'idle' });
  const versions = useVersions(session.id) ?? [];
  const place = versions.findIndex((version) => version.seq === seq);
  const header = versions[place]?.header ?? null;
  const previous = place < 0 ? undefined : versions[place + 1];
  const opened = useVersion(session.id, seq);
  const openedBefore = useVersion(session.id, against === 'before' ? (previous?.seq ?? null) : null);
  const { template } = session;
  const [earlier, later] =
    against === 'now'
      ? [opened?.state === 'ready' ? opened.value.fields : null, values]
      : [
          openedBefore?.state === 'ready' ? openedBefore.value.fields : null,
          opened?.state === 'ready' ? opened.value.fields : null,
        ];
  const compared = useMemo(
    () => (earlier === null || later === null ? null : versionComparison(template, earlier, later)),
    [template, earlier, later],
  );
  const { index, count, step } = useChangeSteps(page, compared);

  useEffect(() => {
    page.current?.querySelector<HTMLElement>('h2')?.focus();
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !event.defaultPrevented) onClose();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [onClose]);

  const restore = async (field: FieldPath | null) => {
    setStanding({ state: 'busy' });
    const restored = await commands.restoreVersion(session, seq, field);
    setStanding(restored.ok ? { state: 'done' } : { state: 'failed', failure: restored.error });
  };
  const name = async (given: string | null) => {
    const named = await commands.nameVersion(session.id, seq, given);
    if (named.ok) setNaming(false);
    else setStanding({ state: 'failed', failure: named.error });
  };
  const reason = readOnly
    ? intl.formatMessage({ id: `history.readOnly.${readOnlyReason(summary.stage, role)}` })
    : undefined;
  const now = Date.now();
  const failure =
    standing.state === 'failed'
      ? standing.failure
      : opened?.state === 'failed'
        ? opened.failure
        : openedBefore?.state === 'failed'
          ? openedBefore.failure
          : null;
  const isSame = compared?.length === 0;
  const placeOf = (path: FieldPath): string => {
    const inNow = findingPlace(intl, { template, vocabulary, values: later ?? {} }, path);
    return later?.[path] === undefined && earlier !== null
      ? findingPlace(intl, { template, vocabulary, values: earlier }, path)
      : inNow;
  };

  return (
    <section className="reading margin-rule" ref={page} aria-labelledby={titleId}>
      <header className="reading-head">
        <div className="reading-title">
          <IconButton
            label={intl.formatMessage({ id: 'history.back' })}
            icon={ChevronLeft}
            mirrors
            onPress={onClose}
          />
          <div>
            <h2 id={titleId} tabIndex={-1}>
              {header === null ? (
                <FormattedMessage id="history.tab" />
              ) : header.name === null ? (
                <FormattedMessage
                  id="history.reading"
                  values={{ moment: momentText(intl, header.at, now) }}
                />
              ) : (
                <bdi>{header.name}</bdi>
              )}
            </h2>
            {header !== null && (
              <p className="version-meta">
                {momentText(intl, header.at, now)}
                {' · '}
                {causeText(intl, header, summary.receipt?.round ?? 0, now)}
                {header.by !== '' && (
                  <>
                    {' · '}
                    <bdi>{header.by}</bdi>
                  </>
                )}
              </p>
            )}
          </div>
        </div>
        <div className="reading-actions">
          <Button
            variant="secondary"
            isBusy={standing.state === 'busy'}
            busyLabel={intl.formatMessage({ id: 'history.restoring' })}
            disabledReason={
              reason ??
              (isSame && against === 'now'
                ? intl.formatMessage({ id: 'history.nothingToRestore' })
                : undefined)
            }
            onPress={() => void restore(null)}
          >
            <FormattedMessage id="history.restore" />
          </Button>
          <Button variant="secondary" onPress={() => setNaming(!isNaming)}>
            <FormattedMessage id={header?.name == null ? 'history.giveName' : 'history.rename'} />
          </Button>
          {header?.name != null && (
            <Button variant="quiet" onPress={() => void name(null)}>
              <FormattedMessage id="history.deleteName" />
            </Button>
          )}
        </div>
        {isNaming && (
          <NameVersion
            name={header?.name ?? ''}
            action={intl.formatMessage({ id: 'history.saveName' })}
            autoFocus
            onName={(given) => void name(given)}
          />
        )}
        <RadioSegments
          label={<FormattedMessage id="history.compare" />}
          value={against}
          onChange={(value) => setAgainst(value === 'before' ? 'before' : 'now')}
          options={(['now', 'before'] as const).map((value) => ({
            value,
            label: intl.formatMessage({ id: `history.compare.${value}` }),
          }))}
        />
        <p className="version-meta">
          <FormattedMessage id={`history.legend.${against}`} /> <FormattedMessage id="history.keys" />
        </p>
        <div className="reading-steps">
          <span role="status">
            {index === 0 ? (
              <FormattedMessage id="history.changes" values={{ count }} />
            ) : (
              <FormattedMessage id="history.changeOf" values={{ index, count }} />
            )}
          </span>
          {count > 0 && (
            <>
              <Button variant="quiet" onPress={() => step(-1)}>
                <FormattedMessage id="history.previous" />
              </Button>
              <Button variant="quiet" onPress={() => step(1)}>
                <FormattedMessage id="history.next" />
              </Button>
            </>
          )}
        </div>
      </header>
      {standing.state === 'done' && (
        <p className="reading-answer" role="status">
          <FormattedMessage id="history.restored" />
        </p>
      )}
      {failure !== null && (
        <Note tone="error">
          {failureText(intl, failure).what} {failureText(intl, failure).next}
        </Note>
      )}
      {against === 'before' && previous === undefined && place >= 0 && (
        <p className="reading-answer">
          <FormattedMessage id="history.first" />
        </p>
      )}
      {isSame && (
        <p className="reading-answer">
          <FormattedMessage id={`history.same.${against}`} />
        </p>
      )}
      {opened?.state === 'loading' && (
        <p className="reading-answer">
          <FormattedMessage id="history.opening" />
        </p>
      )}
      {compared?.map(({ field, number, changes }) => {
        const label = field === null ? intl.formatMessage({ id: 'history.formerFields' }) : read(field.label);
        return (
          <div className="form-row" key={field?.id ?? ''}>
            <div className="form-margin">{number}</div>
            <div className="form-body">
              <h3 className="field-label" id={`${titleId}${number ?? ''}`}>
                {label}
              </h3>
              {changes.map((change) => {
                const where = field === null ? change.path : placeOf(change.path);
                return (
                  <div key={change.path + change.what} className="version-change">
                    {where !== label && where !== '' && (
                      <p className="version-meta" dir="auto">
                        {where}
                      </p>
                    )}
                    <VersionChangeView change={change} />
                  </div>
                );
              })}
              {field !== null && against === 'now' && (
                <Button
                  variant="secondary"
                  disabledReason={reason}
                  describedBy={`${titleId}${number ?? ''}`}
                  onPress={() => void restore(field.id)}
                >
                  <FormattedMessage id="history.restoreField" />
                </Button>
              )}
            </div>
          </div>
        );
      })}
    </section>
  );
};
