import './submit.css';
import { OctagonAlert, Send, TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { contentBytes } from '#renderer/commands/content-bytes.ts';
import { coordinatorsOf } from '#renderer/commands/coordinators.ts';
import type { DocumentSession } from '#renderer/commands/document-session.ts';
import { Button } from '#renderer/components/button.tsx';
import { DocumentHeader } from '#renderer/components/document-header.tsx';
import { Note } from '#renderer/components/note.tsx';
import { NumberedPage, NumberedPart } from '#renderer/components/numbered-page.tsx';
import { hrefOf, navigate } from '#renderer/components/route.ts';
import { sizeText } from '#renderer/components/size-text.ts';
import { StageMark } from '#renderer/components/stage-mark.tsx';
import { failureText } from '#renderer/error-text.ts';
import { useAbout } from '#renderer/hooks/use-about.ts';
import { useAppState } from '#renderer/hooks/use-app-state.ts';
import { useCommands } from '#renderer/hooks/use-commands.ts';
import { useSession } from '#renderer/hooks/use-document.ts';
import { useProfile } from '#renderer/hooks/use-profile.ts';
import { useSyncState } from '#renderer/hooks/use-sync-state.ts';
import { useVocabulary } from '#renderer/hooks/use-vocabulary.ts';
import { useLocalized } from '#renderer/i18n/use-localized.ts';
import { attachmentsIn } from '#shared/domain/attachment.ts';
import { templateFields } from '#shared/domain/template.ts';
import type { Failure } from '#shared/errors.ts';
import { EndorsementList } from './endorsement-list.tsx';
import { NextSteps } from './next-steps.tsx';
import { isStanding, submitGate } from './submission-facts.ts';
import { OneRecorderNote, SubmissionRouteNote } from './submission-route-note.tsx';
import { SubmitChecks } from './submit-checks.tsx';
import { isClosedStage, SubmitStanding } from './submit-standing.tsx';

const hostOf = (url: string): string => (URL.canParse(url) ? new URL(url).host : url);

const SubmitHeader = ({ session }: { readonly session: DocumentSession }) => {
  const intl = useIntl();
  const {
    summary: { kind, round, stage, title },
  } = useSession(session);
  return (
    <DocumentHeader
      kind={kind}
      crumb={
        <FormattedMessage
          id="submit.crumb"
          values={{ kind: <FormattedMessage id={`kind.${kind}`} />, round }}
        />
      }
      title={title.trim() === '' ? <FormattedMessage id={`submit.untitled.${kind}`} /> : title}
      backLabel={intl.formatMessage({ id: `submit.back.${kind}` })}
      onBack={() => navigate({ room: 'document', id: session.id })}
    >
      <StageMark stage={stage} chip />
    </DocumentHeader>
  );
};

/** One page before a document goes: who, to whom, what the checks say, what is sent. */
export const SubmitPage = ({ session }: { readonly session: DocumentSession }) => {
  const intl = useIntl();
  const read = useLocalized();
  const commands = useCommands();
  const snapshot = useSession(session);
  const profile = useProfile();
  const sync = useSyncState();
  const app = useAppState();
  const { countries } = useVocabulary();
  const { about } = useAbout();
  const [confirmed, setConfirmed] = useState<ReadonlySet<string>>(new Set());
  const [attempt, setAttempt] = useState<'none' | 'busy' | Failure>('none');

  const { summary, values, completeness } = snapshot;
  const isTraining = app.state === 'ready' && app.space === 'training';
  const gate = submitGate(snapshot, sync.state !== 'local-only', confirmed);
  const country = countries.find(({ code }) => code === profile.country);
  const files = templateFields(session.template).flatMap((field) =>
    field.kind === 'attachments' ? attachmentsIn(values, field.id) : [],
  );
  const fileBytes = files.reduce((total, { sizeBytes }) => total + sizeBytes, 0);
  const textBytes = contentBytes(values);
  const hasErrors = summary.errors > 0;
  const worst = hasErrors
    ? ({ icon: OctagonAlert, tone: 'error' } as const)
    : summary.warnings > 0 || snapshot.conflicts.length > 0
      ? ({ icon: TriangleAlert, tone: 'warning' } as const)
      : undefined;

  const coordinators = coordinatorsOf(session, snapshot);
  const endorsements = coordinators.length > 0 && (
    <NumberedPart
      {...(!isStanding(gate) && { number: 5 })}
      title={<FormattedMessage id="submit.endorsements" />}
      help={<FormattedMessage id="submit.endorsements.help" />}
    >
      <EndorsementList endorsements={coordinators} />
    </NumberedPart>
  );

  const confirm = (keys: readonly string[], isConfirmed: boolean) => {
    const next = new Set(confirmed);
    for (const key of keys) {
      if (isConfirmed) next.add(key);
      else next.delete(key);
    }
    setConfirmed(next);
  };
  const submit = async () => {
    setAttempt('busy');
    await session.flush();
    const submitted = await commands.submit(session.id);
    if (submitted.ok) navigate({ room: 'outbox' });
    else setAttempt(submitted.error);
  };

  return (
    <>
      <SubmitHeader session={session} />
      <div className="side-columns submit-columns">
        <div className="side-main submit-sheet">
          <NumberedPage>
            <NumberedPart>
              <h1 className="numbered-page-title" tabIndex={-1}>
                <FormattedMessage id="submit.title" />
              </h1>
            </NumberedPart>
            {summary.attention !== null && (
              <NumberedPart>
                <Note tone="error">
                  <strong>{failureText(intl, summary.attention).what}</strong>{' '}
                  {failureText(intl, summary.attention).next}
                </Note>
              </NumberedPart>
            )}
            {isStanding(gate) ? (
              <>
                <SubmitStanding gate={gate} summary={summary} />
                {endorsements}
              </>
            ) : (
              <>
                <NumberedPart number={1} title={<FormattedMessage id="submit.who" />}>
                  <dl className="numbered-facts">
                    <dt>
                      <FormattedMessage id="submit.who.person" />
                    </dt>
                    <dd dir="auto">{profile.name}</dd>
                    <dt>
                      <FormattedMessage id="submit.who.organization" />
                    </dt>
                    <dd dir="auto">
                      {[profile.organization, country && read(country.name)].filter(Boolean).join(', ')}
                    </dd>
                  </dl>
                  <p className="submit-change">
                    <a href={hrefOf({ room: 'settings' })}>
                      <FormattedMessage id="submit.who.change" />
                    </a>
                  </p>
                  <SubmissionRouteNote template={session.template} values={values} />
                  <OneRecorderNote template={session.template} values={values} />
                </NumberedPart>
                <NumberedPart number={2} title={<FormattedMessage id="submit.whom" />}>
                  <dl className="numbered-facts">
                    <dt>
                      <FormattedMessage id="submit.whom.recipient" />
                    </dt>
                    <dd>
                      <FormattedMessage id={isTraining ? 'submit.whom.training' : 'submit.whom.network'} />
                    </dd>
                    {about !== null && (
                      <>
                        <dt>
                          <FormattedMessage id="submit.whom.server" />
                        </dt>
                        <dd className="submit-server">
                          <span className="isolate">{hostOf(about.serverUrl)}</span>
                        </dd>
                      </>
                    )}
                    <dt>
                      <FormattedMessage id="submit.whom.form" />
                    </dt>
                    <dd>
                      <FormattedMessage
                        id="submit.whom.form.version"
                        values={{ name: read(session.template.name), version: session.template.version }}
                      />
                    </dd>
                  </dl>
                </NumberedPart>
                <NumberedPart
                  number={3}
                  title={<FormattedMessage id="submit.checks" />}
                  {...(worst !== undefined && { mark: worst })}
                >
                  <SubmitChecks session={session} ask={{ confirmed, onConfirm: confirm }} />
                </NumberedPart>
                <NumberedPart number={4} title={<FormattedMessage id="submit.what" />}>
                  <table className="submit-sizes">
                    <tbody>
                      <tr>
                        <th scope="row">
                          <FormattedMessage
                            id={`submit.what.${summary.kind}`}
                            values={{ count: completeness.answered }}
                          />
                        </th>
                        <td>{sizeText(intl, textBytes)}</td>
                      </tr>
                      {files.length > 0 && (
                        <tr>
                          <th scope="row">
                            <FormattedMessage id="submit.what.files" values={{ count: files.length }} />
                          </th>
                          <td>{sizeText(intl, fileBytes)}</td>
                        </tr>
                      )}
                      <tr>
                        <th scope="row">
                          <FormattedMessage id="submit.what.all" />
                        </th>
                        <td>{sizeText(intl, textBytes + fileBytes)}</td>
                      </tr>
                    </tbody>
                  </table>
                  <p className="submit-small">
                    <FormattedMessage id="submit.what.small" />
                  </p>
                </NumberedPart>
                {endorsements}
                <NumberedPart>
                  {typeof attempt === 'object' && (
                    <div className="submit-failure" role="alert">
                      <Note tone="error">
                        <strong>{failureText(intl, attempt).what}</strong> {failureText(intl, attempt).next}
                      </Note>
                    </div>
                  )}

                  <Button
                    variant="primary"
                    size="large"
                    icon={Send}
                    isBusy={attempt === 'busy'}
                    busyLabel={intl.formatMessage({ id: 'submit.busy' })}
                    disabledReason={
                      gate === 'ready' ? undefined : intl.formatMessage({ id: `submit.gate.${gate}` })
                    }
                    onPress={() => void submit()}
                  >
                    <FormattedMessage id={`submit.do.${summary.kind}`} />
                  </Button>
                  <p className="submit-after">
                    {gate === 'ready' ? (
                      <FormattedMessage
                        id={`submit.link.${sync.state === 'paused' || sync.state === 'offline' ? sync.state : 'connected'}`}
                      />
                    ) : (
                      <FormattedMessage id={`submit.gate.${gate}`} />
                    )}
                  </p>
                </NumberedPart>
              </>
            )}
          </NumberedPage>
        </div>
        {gate !== 'no-network' && gate !== 'reader' && !isClosedStage(summary.stage) && (
          <NextSteps isReceived={gate === 'with-network'} />
        )}
      </div>
    </>
  );
};
