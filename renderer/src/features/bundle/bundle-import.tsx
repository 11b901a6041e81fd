import './bundle.css';
import { PackageOpen } from 'lucide-react';
import { useEffect, useState } from 'react';
import { FormattedDate, FormattedMessage, useIntl } from 'react-intl';
import type { BundleRefusal, BundleTaken, OpenedBundle } from '#renderer/commands/bundle/bundle-view.ts';
import { Button } from '#renderer/components/button.tsx';
import { Loading } from '#renderer/components/loading.tsx';
import { Note } from '#renderer/components/note.tsx';
import { hrefOf } from '#renderer/components/route.ts';
import { TextInput } from '#renderer/components/text-input.tsx';
import { failureText } from '#renderer/error-text.ts';
import { useCommands } from '#renderer/hooks/use-commands.ts';
import type { DocId } from '#shared/domain/ids.ts';
import { BundlePreviewList } from './bundle-preview-list.tsx';
import { BundleProgress } from './bundle-progress.tsx';
import { useBundleWork } from './bundle-work.ts';

type BundleImportProps = {
  readonly file: File;
  /** Something new is shown of it: it begins below what there is to hand over, perhaps out of sight. Absent: it is all there is. */
  readonly onStep?: () => void;
  /** The person is done with this bundle. */
  readonly onDone: () => void;
};

type Step =
  | { readonly at: 'reading' }
  | { readonly at: 'refused'; readonly refusal: BundleRefusal }
  | { readonly at: 'cancelled' }
  | { readonly at: 'chosen'; readonly opened: OpenedBundle; readonly isBusy: boolean }
  | {
      readonly at: 'taken';
      readonly taken: BundleTaken;
      readonly opened: OpenedBundle;
      readonly withQueue: boolean;
    };

const needsPassphrase = (code: BundleRefusal['code']): boolean =>
  code === 'passphrase-needed' || code === 'wrong-passphrase';

/** A bundle: verified, compared with this laptop, and taken over where the person says so. */
export const BundleImport = ({ file, onStep, onDone }: BundleImportProps) => {
  const intl = useIntl();
  const commands = useCommands();
  const [step, setStep] = useState<Step>({ at: 'reading' });
  const [passphrase, setPassphrase] = useState('');
  const work = useBundleWork();

  const read = async (word: string | null): Promise<Step> => {
    const bytes = await file.arrayBuffer().catch(() => null);
    if (bytes === null) return { at: 'refused', refusal: { code: 'unreadable-here', place: file.name } };
    const opened = await work.run('verifying', (watch) =>
      commands.openBundle(new Uint8Array(bytes), word, watch),
    );
    if (opened === null) return { at: 'cancelled' };
    return opened.ok
      ? { at: 'chosen', opened: opened.value, isBusy: false }
      : { at: 'refused', refusal: opened.error };
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: read once for each file
  useEffect(() => {
    let isShown = true;
    void read(null).then((next) => {
      if (isShown) setStep(next);
    });
    return () => {
      isShown = false;
      work.cancel();
    };
  }, [file]);

  const { at } = step;
  useEffect(() => {
    if (at !== 'reading') onStep?.();
  }, [at, onStep]);

  const unseal = async () => {
    setStep({ at: 'reading' });
    setStep(await read(passphrase));
  };
  const take = async (opened: OpenedBundle, chosen: ReadonlySet<DocId>, withQueue: boolean) => {
    setStep({ at: 'chosen', opened, isBusy: true });
    const taken = await work.run('taking', (watch) =>
      commands.takeBundle({ opened, chosen, withQueue }, watch),
    );
    setStep({ at: 'taken', taken, opened, withQueue });
  };

  switch (step.at) {
    case 'reading':
      return work.progress === null ? (
        <Loading what={<FormattedMessage id="bundle.reading" />} />
      ) : (
        <BundleProgress progress={work.progress} onCancel={work.cancel} />
      );
    case 'cancelled':
      return (
        <div role="status">
          <Note tone="plain">
            <FormattedMessage id="bundle.cancelled" />
          </Note>
        </div>
      );
    case 'refused': {
      const { code, place } = step.refusal;
      if (!needsPassphrase(code)) {
        return (
          <div role="alert">
            <Note tone="error">
              <FormattedMessage id={`bundle.failure.${code}`} values={{ place }} />
            </Note>
          </div>
        );
      }
      return (
        <form
          className="bundle-unseal"
          onSubmit={(event) => {
            event.preventDefault();
            void unseal();
          }}
        >
          <p>
            <FormattedMessage id="bundle.sealed" />
          </p>
          <TextInput
            type="password"
            label={<FormattedMessage id="bundle.passphrase" />}
            value={passphrase}
            onChange={setPassphrase}
            autoFocus
            {...(code === 'wrong-passphrase' && {
              error: <FormattedMessage id="bundle.failure.wrong-passphrase" />,
            })}
          />
          <Button variant="primary" icon={PackageOpen} onPress={() => void unseal()}>
            <FormattedMessage id="bundle.unseal" />
          </Button>
        </form>
      );
    }
    case 'chosen': {
      const { preview } = step.opened;
      return (
        <>
          <p>
            <FormattedMessage
              id="bundle.from"
              values={{
                name: <bdi>{preview.madeBy}</bdi>,
                date: <FormattedDate value={preview.madeAt} dateStyle="medium" timeStyle="short" />,
              }}
            />
          </p>
          <BundlePreviewList
            preview={preview}
            isBusy={step.isBusy}
            onTake={(chosen, withQueue) => void take(step.opened, chosen, withQueue)}
          />
          {work.progress !== null && <BundleProgress progress={work.progress} onCancel={work.cancel} />}
        </>
      );
    }
    case 'taken':
      return (
        <div role="status" className="bundle-taken">
          <Note tone="plain">
            <FormattedMessage id="bundle.taken" values={{ count: step.taken.taken.length }} />{' '}
            {step.taken.toCompare.length > 0 && (
              <FormattedMessage id="bundle.to-compare" values={{ count: step.taken.toCompare.length }} />
            )}
          </Note>
          {step.taken.failure !== null && (
            <Note tone="error">
              <strong>{failureText(intl, step.taken.failure).what}</strong>{' '}
              {failureText(intl, step.taken.failure).next}
            </Note>
          )}
          {step.taken.left > 0 && (
            <Note tone="warning">
              <FormattedMessage id="bundle.left" values={{ count: step.taken.left }} />
            </Note>
          )}
          <ul>
            {step.opened.preview.rows
              .filter(({ id }) => step.taken.toCompare.includes(id))
              .map(({ id, title }) => (
                <li key={id}>
                  <a href={hrefOf({ room: 'compare', id })}>
                    <FormattedMessage id="bundle.compare" values={{ title: <bdi>{title}</bdi> }} />
                  </a>
                </li>
              ))}
          </ul>
          {step.withQueue && (
            <p>
              <a href={hrefOf({ room: 'outbox' })}>
                <FormattedMessage
                  id="bundle.queued"
                  values={{ name: <bdi>{step.opened.preview.madeBy}</bdi> }}
                />
              </a>
            </p>
          )}
          <Button variant="secondary" onPress={onDone}>
            <FormattedMessage id="common.close" />
          </Button>
        </div>
      );
  }
};
