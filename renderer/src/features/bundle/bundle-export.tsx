import { PackageCheck } from 'lucide-react';
import { useEffect, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import type { BundlePlan } from '#renderer/commands/bundle/bundle-view.ts';
import { Button } from '#renderer/components/button.tsx';
import { Checkbox } from '#renderer/components/checkbox.tsx';
import { Note } from '#renderer/components/note.tsx';
import { sizeText } from '#renderer/components/size-text.ts';
import { TextInput } from '#renderer/components/text-input.tsx';
import { failureText } from '#renderer/error-text.ts';
import { useCommands } from '#renderer/hooks/use-commands.ts';
import { useDesk } from '#renderer/hooks/use-desk.ts';
import { useBundleMade, useSpaceBundle } from '#renderer/hooks/use-space-bundles.ts';
import type { DocId } from '#shared/domain/ids.ts';
import type { Failure } from '#shared/errors.ts';
import { BundleProgress } from './bundle-progress.tsx';
import { useBundleWork } from './bundle-work.ts';

type BundleExportProps = {
  /** The documents to begin with; null for all. */
  readonly docs: readonly DocId[] | null;
  readonly isTraining: boolean;
  /** Beside it a bundle is being brought in: its own button is then not the first of the room. */
  readonly isAside: boolean;
};

/** What goes into the bundle, who may read it, and whether a colleague may send what waits. */
export const BundleExport = ({ docs, isTraining, isAside }: BundleExportProps) => {
  const intl = useIntl();
  const commands = useCommands();
  const desk = useDesk();
  const [leftOut, setLeftOut] = useState<ReadonlySet<DocId>>(new Set());
  const [plan, setPlan] = useState<BundlePlan | null>(null);
  const [withHistory, setWithHistory] = useState(true);
  const [withOutbox, setWithOutbox] = useState(true);
  const [passphrase, setPassphrase] = useState('');
  const [unplanned, setUnplanned] = useState<Failure | null>(null);
  const making = useSpaceBundle('making');
  const work = useBundleWork(making);
  const made = useBundleMade();
  useEffect(
    () => () => {
      // Told and read; what is still being made is told when one comes back.
      if (making.progress.get() === null) commands.noteMadeSeen();
    },
    [commands, making],
  );

  const offered = desk.state === 'ready' ? desk.value.filter(({ presence }) => presence === 'here') : [];
  const listed = docs === null ? offered : offered.filter(({ id }) => docs.includes(id));
  const chosen = listed.map(({ id }) => id).filter((id) => !leftOut.has(id));
  const asked = chosen.join(' ');
  const excess = plan?.excess ?? null;
  // biome-ignore lint/correctness/useExhaustiveDependencies: `asked` says which documents are chosen
  useEffect(() => {
    let isNewest = true;
    setPlan(null);
    void commands.planBundle(chosen, withHistory).then((answer) => {
      if (!isNewest) return;
      if (answer.ok) setPlan(answer.value);
      setUnplanned(answer.ok ? null : answer.error);
    });
    return () => {
      isNewest = false;
    };
  }, [commands, asked, withHistory]);

  const save = () => {
    const word = passphrase === '' ? null : passphrase;
    void commands.exportBundle({ docs: chosen, withHistory, withOutbox, passphrase: word });
  };
  const failure = unplanned ?? (made?.ok === false ? made.error : null);

  return (
    <section className="bundle-part" aria-label={intl.formatMessage({ id: 'bundle.out' })}>
      <h2>
        <FormattedMessage id="bundle.out" />
      </h2>
      {listed.length === 0 ? (
        <p>
          <FormattedMessage id="bundle.out.none" />
        </p>
      ) : (
        <>
          <fieldset className="bundle-rows">
            <legend>
              <FormattedMessage id="bundle.out.which" />
            </legend>
            {listed.map(({ id, title }) => (
              <Checkbox
                key={id}
                isSelected={!leftOut.has(id)}
                onChange={(isIn) => {
                  const next = new Set(leftOut);
                  if (isIn) next.delete(id);
                  else next.add(id);
                  setLeftOut(next);
                }}
              >
                <bdi>{title.trim() === '' ? intl.formatMessage({ id: 'bundle.untitled' }) : title}</bdi>
              </Checkbox>
            ))}
          </fieldset>
          {plan !== null && (
            <p aria-live="polite">
              <FormattedMessage
                id="bundle.plan"
                values={{
                  documents: plan.documents,
                  documentSize: sizeText(intl, plan.documentBytes),
                  versions: withHistory ? plan.versions : 0,
                  files: plan.files,
                  fileSize: sizeText(intl, plan.fileBytes),
                }}
              />{' '}
              {plan.missingFiles > 0 && (
                <FormattedMessage id="bundle.plan.missing" values={{ count: plan.missingFiles }} />
              )}
            </p>
          )}
          {excess !== null && (
            <div role="status">
              <Note tone="error">
                <strong>{failureText(intl, excess).what}</strong> {failureText(intl, excess).next}
              </Note>
            </div>
          )}
          <p className="bundle-quiet">
            <FormattedMessage id="bundle.contacts" />{' '}
            {isTraining && <FormattedMessage id="bundle.training" />}
          </p>
          {plan !== null && plan.versions > 0 && (
            <Checkbox isSelected={withHistory} onChange={setWithHistory}>
              <FormattedMessage id="bundle.history" values={{ count: plan.versions }} />
            </Checkbox>
          )}
          {plan !== null &&
            plan.waiting > 0 &&
            (plan.canCarry ? (
              <Checkbox isSelected={withOutbox} onChange={setWithOutbox}>
                <FormattedMessage id="bundle.queue" />
              </Checkbox>
            ) : (
              <p className="bundle-quiet">
                <FormattedMessage id="bundle.queue.cannot" />
              </p>
            ))}
          <TextInput
            type="password"
            autoComplete="new-password"
            label={<FormattedMessage id="bundle.passphrase" />}
            help={<FormattedMessage id="bundle.passphrase.help" />}
            isOptional
            value={passphrase}
            onChange={setPassphrase}
          />
          {passphrase === '' && (
            <Note tone="warning">
              <FormattedMessage id="bundle.open-to-all" />
            </Note>
          )}
          {work.progress !== null && <BundleProgress progress={work.progress} onCancel={work.cancel} />}
          {chosen.length > 0 && excess === null && (
            <Button
              variant={isAside ? 'secondary' : 'primary'}
              icon={PackageCheck}
              isBusy={work.isRunning}
              busyLabel={intl.formatMessage({ id: 'bundle.busy' })}
              onPress={save}
            >
              <FormattedMessage id="bundle.save" />
            </Button>
          )}
        </>
      )}
      <div role="status">
        {made?.ok && made.value.outcome === 'saved' && (
          <Note tone="plain">
            <FormattedMessage id="bundle.saved" values={{ name: <bdi>{made.value.name}</bdi> }} />
          </Note>
        )}
        {made?.ok && made.value.outcome === 'failed' && (
          <Note tone="error">
            <FormattedMessage id="bundle.not-saved" />
          </Note>
        )}
        {failure !== null && (
          <Note tone="error">
            <strong>{failureText(intl, failure).what}</strong> {failureText(intl, failure).next}
          </Note>
        )}
      </div>
    </section>
  );
};
