import './bundle.css';
import { FolderOpen } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { FileTrigger } from 'react-aria-components/FileTrigger';
import { FormattedMessage, FormattedTime, useIntl } from 'react-intl';
import { Button } from '#renderer/components/button.tsx';
import { RoomHeader } from '#renderer/components/room-header.tsx';
import { failureText } from '#renderer/error-text.ts';
import { useCarried } from '#renderer/hooks/use-carried.ts';
import type { DocId } from '#shared/domain/ids.ts';
import { BundleExport } from './bundle-export.tsx';
import { BundleImport } from './bundle-import.tsx';

type BundleRoomProps = {
  readonly mark: ReactNode;
  readonly docs: readonly DocId[] | null;
  readonly isTraining: boolean;
};

/** Hand documents over without a connection, and take over what a colleague brought. */
export const BundleRoom = ({ mark, docs, isTraining }: BundleRoomProps) => {
  const intl = useIntl();
  const [file, setFile] = useState<File | null>(null);
  return (
    <>
      <RoomHeader title={<FormattedMessage id="bundle.title" />} mark={mark} />
      <div className="bundle-room">
        <p>
          <FormattedMessage id="bundle.lead" />
        </p>
        <BundleExport docs={docs} isTraining={isTraining} />
        <section className="bundle-part" aria-label={intl.formatMessage({ id: 'bundle.in' })}>
          <h2>
            <FormattedMessage id="bundle.in" />
          </h2>
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
              onDone={() => setFile(null)}
            />
          )}
        </section>
        <CarriedList />
      </div>
    </>
  );
};

/** What others handed over to be sent from this laptop, and how that stands. */
const CarriedList = () => {
  const intl = useIntl();
  const entries = useCarried();
  if (entries.length === 0) return null;
  return (
    <section className="bundle-part" aria-label={intl.formatMessage({ id: 'bundle.carried' })}>
      <h2>
        <FormattedMessage id="bundle.carried" />
      </h2>
      <ul className="bundle-carried">
        {entries.map(({ doc, client, title, name, standing }) => (
          <li key={`${doc} ${client}`} data-state={standing.state}>
            <strong dir="auto">
              {title.trim() === '' ? intl.formatMessage({ id: 'bundle.untitled' }) : title}
            </strong>
            <p className="bundle-quiet">
              <FormattedMessage id="bundle.carried.for" values={{ name: <bdi>{name}</bdi> }} />
            </p>
            <p>
              {standing.state === 'refused' ? (
                `${failureText(intl, standing).what} ${failureText(intl, standing).next}`
              ) : standing.state === 'waiting' ? (
                <FormattedMessage id="bundle.carried.waiting" />
              ) : standing.receipt === null ? (
                <FormattedMessage id="bundle.carried.sent" />
              ) : (
                <FormattedMessage
                  id="bundle.carried.receipt"
                  values={{
                    time: (
                      <FormattedTime
                        value={standing.receipt.receivedAt}
                        hour="2-digit"
                        minute="2-digit"
                        hourCycle="h23"
                      />
                    ),
                    receiptNo: <span className="isolate">{standing.receipt.receiptNo}</span>,
                  }}
                />
              )}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
};
