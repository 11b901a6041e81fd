import './bundle.css';
import { PackageOpen } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { FormattedDate, FormattedMessage } from 'react-intl';
import type {
  BundleRefusal,
  OpenedBundle,
  BundleOutcome as Outcome,
} from '#renderer/commands/bundle/bundle-view.ts';
import { RunningWork } from '#renderer/commands/bundle/running-work.ts';
import { Button } from '#renderer/components/button.tsx';
import { Loading } from '#renderer/components/loading.tsx';
import { Note } from '#renderer/components/note.tsx';
import { TextInput } from '#renderer/components/text-input.tsx';
import { useCommands } from '#renderer/hooks/use-commands.ts';
import { useSpaceBundle } from '#renderer/hooks/use-space-bundles.ts';
import type { DocId } from '#shared/domain/ids.ts';
import { BundleOutcome } from './bundle-outcome.tsx';
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
  | { readonly at: 'chosen'; readonly opened: OpenedBundle }
  | { readonly at: 'taken'; readonly outcome: Outcome };

const needsPassphrase = (code: BundleRefusal['code']): boolean =>
  code === 'passphrase-needed' || code === 'wrong-passphrase';

/** A bundle: verified, compared with this laptop, and taken over where the person says so. */
export const BundleImport = ({ file, onStep, onDone }: BundleImportProps) => {
  const commands = useCommands();
  const [step, setStep] = useState<Step>({ at: 'reading' });
  const [passphrase, setPassphrase] = useState('');
  const [verifying] = useState(() => new RunningWork());
  const reading = useBundleWork(verifying);
  const taking = useBundleWork(useSpaceBundle('taking'));
  const isShown = useRef(false);

  const read = async (word: string | null): Promise<Step> => {
    const bytes = await file.arrayBuffer().catch(() => null);
    if (bytes === null) return { at: 'refused', refusal: { code: 'unreadable-here', place: file.name } };
    const opened = await verifying.run('verifying', (watch) =>
      commands.openBundle(new Uint8Array(bytes), word, watch),
    );
    if (opened === null) return { at: 'cancelled' };
    return opened.ok ? { at: 'chosen', opened: opened.value } : { at: 'refused', refusal: opened.error };
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: read once for each file
  useEffect(() => {
    let isAsked = true;
    isShown.current = true;
    void read(null).then((next) => {
      if (isAsked) setStep(next);
    });
    return () => {
      isAsked = false;
      isShown.current = false;
      // What is being taken goes on: each document is whole, and what came of it is told where one is then.
      reading.cancel();
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
    const taken = await commands.takeBundle({ opened, chosen, withQueue });
    if (!isShown.current) return;
    setStep({ at: 'taken', outcome: { preview: opened.preview, taken } });
    commands.noteOutcomeSeen();
  };

  switch (step.at) {
    case 'reading':
      return reading.progress === null ? (
        <Loading what={<FormattedMessage id="bundle.reading" />} />
      ) : (
        <BundleProgress progress={reading.progress} onCancel={reading.cancel} />
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
            isBusy={taking.isRunning}
            onTake={(chosen, withQueue) => void take(step.opened, chosen, withQueue)}
          />
          {taking.progress !== null && <BundleProgress progress={taking.progress} onCancel={taking.cancel} />}
        </>
      );
    }
    case 'taken':
      return <BundleOutcome outcome={step.outcome} onDone={onDone} />;
  }
};
