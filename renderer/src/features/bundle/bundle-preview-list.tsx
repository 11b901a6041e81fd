import { PackageOpen } from 'lucide-react';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import type { BundlePreview, BundleRow } from '#renderer/commands/bundle/bundle-view.ts';
import { Button } from '#renderer/components/button.tsx';
import { Checkbox } from '#renderer/components/checkbox.tsx';
import { KindIcon } from '#renderer/components/kind-icon.tsx';
import { useLocalized } from '#renderer/i18n/use-localized.ts';
import type { DocId } from '#shared/domain/ids.ts';

const Standing = ({ row, madeBy }: { readonly row: BundleRow; readonly madeBy: string }) => {
  const intl = useIntl();
  const localized = useLocalized();
  const labels = intl.formatList(row.labels.map(localized), { type: 'unit' });
  return (
    <p className="bundle-quiet">
      {row.obstacle !== null ? (
        <FormattedMessage id={`bundle.${row.obstacle}`} />
      ) : row.standing === 'differs' ? (
        <FormattedMessage
          id="bundle.differs"
          values={{ count: row.fields.length, labels: row.labels.length === 0 ? 'none' : labels }}
        />
      ) : (
        <FormattedMessage id={`bundle.${row.standing}`} />
      )}
      {row.isInBin && row.obstacle === null && (
        <>
          {' · '}
          <FormattedMessage id="bundle.in-bin" />
        </>
      )}
      {row.receiptNo !== null && (
        <>
          {' · '}
          <FormattedMessage
            id="bundle.receipt"
            values={{ receiptNo: <span className="isolate">{row.receiptNo}</span> }}
          />
        </>
      )}
      {row.isRefused && (
        <>
          {' · '}
          <FormattedMessage id="bundle.refused" />
        </>
      )}
      {row.goesOver && (
        <>
          {' · '}
          <FormattedMessage id="bundle.goes-over" />
        </>
      )}
      {row.versions > 0 && (
        <>
          {' · '}
          <FormattedMessage id="bundle.versions" values={{ count: row.versions }} />
        </>
      )}
      {(row.isCarried || row.isCarriedLater) && (
        <>
          {' · '}
          <FormattedMessage
            id={row.isCarriedLater ? 'bundle.waits-older' : 'bundle.waits'}
            values={{ name: <bdi>{madeBy}</bdi> }}
          />
        </>
      )}
    </p>
  );
};

type BundlePreviewListProps = {
  readonly preview: BundlePreview;
  readonly isBusy: boolean;
  readonly onTake: (chosen: ReadonlySet<DocId>, withQueue: boolean) => void;
};

/** Each document of a bundle beside what is here; the person chooses. */
export const BundlePreviewList = ({ preview, isBusy, onTake }: BundlePreviewListProps) => {
  const intl = useIntl();
  const [leftOut, setLeftOut] = useState<ReadonlySet<DocId>>(new Set());
  const [withQueue, setWithQueue] = useState(true);
  const rows = preview.rows.filter(({ obstacle }) => obstacle === null);
  const chosen = new Set(rows.map(({ id }) => id).filter((id) => !leftOut.has(id)));
  const isCarrying = rows.some(({ id, isCarried }) => isCarried && chosen.has(id));
  return (
    <>
      <ul className="bundle-preview" aria-label={intl.formatMessage({ id: 'bundle.rows' })}>
        {preview.rows.map((row) => (
          <li key={row.id} data-standing={row.standing}>
            <KindIcon kind={row.kind} />
            <div>
              <Checkbox
                isSelected={chosen.has(row.id)}
                isReadOnly={row.obstacle !== null}
                onChange={(isIn) => {
                  const next = new Set(leftOut);
                  if (isIn) next.delete(row.id);
                  else next.add(row.id);
                  setLeftOut(next);
                }}
              >
                <bdi>
                  {row.title.trim() === '' ? intl.formatMessage({ id: 'bundle.untitled' }) : row.title}
                </bdi>
              </Checkbox>
              <Standing row={row} madeBy={preview.madeBy} />
            </div>
          </li>
        ))}
      </ul>
      {isCarrying && (
        <Checkbox isSelected={withQueue} onChange={setWithQueue}>
          <FormattedMessage id="bundle.send-for" values={{ name: <bdi>{preview.madeBy}</bdi> }} />
        </Checkbox>
      )}
      {chosen.size > 0 && (
        <Button
          variant="primary"
          icon={PackageOpen}
          isBusy={isBusy}
          busyLabel={intl.formatMessage({ id: 'bundle.reading' })}
          onPress={() => onTake(chosen, withQueue && isCarrying)}
        >
          <FormattedMessage id="bundle.take" values={{ count: chosen.size }} />
        </Button>
      )}
    </>
  );
};
