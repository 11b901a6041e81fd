import './bundle.css';
import { FolderOpen } from 'lucide-react';
import { type ReactNode, useCallback, useRef, useState } from 'react';
import { FileTrigger } from 'react-aria-components/FileTrigger';
import { FormattedMessage, useIntl } from 'react-intl';
import { Button } from '#renderer/components/button.tsx';
import { RoomHeader } from '#renderer/components/room-header.tsx';
import { useCommands } from '#renderer/hooks/use-commands.ts';
import { useBundleOutcome, useSpaceBundle } from '#renderer/hooks/use-space-bundles.ts';
import type { DocId } from '#shared/domain/ids.ts';
import { BundleExport } from './bundle-export.tsx';
import { BundleImport } from './bundle-import.tsx';
import { BundleOutcome } from './bundle-outcome.tsx';
import { BundleProgress } from './bundle-progress.tsx';
import { useBundleWork } from './bundle-work.ts';

type BundleRoomProps = {
  readonly mark: ReactNode;
  readonly docs: readonly DocId[] | null;
  readonly isTraining: boolean;
};

/** Hand documents over without a connection, and take over what a colleague brought. */
export const BundleRoom = ({ mark, docs, isTraining }: BundleRoomProps) => {
  const intl = useIntl();
  const commands = useCommands();
  const outcome = useBundleOutcome();
  const taking = useBundleWork(useSpaceBundle('taking'));
  const [file, setFile] = useState<File | null>(null);
  const bringIn = useRef<HTMLElement>(null);
  const showBringIn = useCallback(() => bringIn.current?.scrollIntoView({ block: 'start' }), []);
  return (
    <>
      <RoomHeader title={<FormattedMessage id="bundle.title" />} mark={mark} />
      <div className="bundle-room">
        <p>
          <FormattedMessage id="bundle.lead" />
        </p>
        {outcome !== null && <BundleOutcome outcome={outcome} onDone={() => commands.noteOutcomeSeen()} />}
        <BundleExport docs={docs} isTraining={isTraining} isAside={file !== null} />
        <section className="bundle-part" ref={bringIn} aria-label={intl.formatMessage({ id: 'bundle.in' })}>
          <h2>
            <FormattedMessage id="bundle.in" />
          </h2>
          {/* Left while it was being brought in; its own preview shows it where the person stayed. */}
          {file === null && taking.progress !== null && (
            <BundleProgress progress={taking.progress} onCancel={taking.cancel} />
          )}
          <FileTrigger
            acceptedFileTypes={['.deskbundle']}
            onSelect={(files) => setFile(files?.item(0) ?? null)}
          >
            <Button variant="secondary" icon={FolderOpen}>
              <FormattedMessage id="bundle.choose" />
            </Button>
          </FileTrigger>
          {file !== null && (
            <BundleImport
              key={`${file.name} ${file.lastModified} ${file.size}`}
              file={file}
              onStep={showBringIn}
              onDone={() => setFile(null)}
            />
          )}
        </section>
      </div>
    </>
  );
};
