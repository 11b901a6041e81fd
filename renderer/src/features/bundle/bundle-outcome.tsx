import { FormattedMessage, useIntl } from 'react-intl';
import type { BundleOutcome as Outcome } from '#renderer/commands/bundle/bundle-view.ts';
import { Button } from '#renderer/components/button.tsx';
import { Note } from '#renderer/components/note.tsx';
import { hrefOf } from '#renderer/components/route.ts';
import { failureText } from '#renderer/error-text.ts';

type BundleOutcomeProps = { readonly outcome: Outcome; readonly onDone: () => void };

/** What came of a bundle: what was brought in, what was not and why, and where it goes on. */
export const BundleOutcome = ({ outcome: { preview, taken }, onDone }: BundleOutcomeProps) => {
  const intl = useIntl();
  return (
    <div role="status" className="bundle-taken">
      <Note tone="plain">
        <FormattedMessage id="bundle.taken" values={{ count: taken.taken.length }} />{' '}
        {taken.toCompare.length > 0 && (
          <FormattedMessage id="bundle.to-compare" values={{ count: taken.toCompare.length }} />
        )}
      </Note>
      {taken.failure !== null && (
        <Note tone="error">
          <strong>{failureText(intl, taken.failure).what}</strong> {failureText(intl, taken.failure).next}
        </Note>
      )}
      {taken.left > 0 && (
        <Note tone="warning">
          <FormattedMessage id="bundle.left" values={{ count: taken.left }} />
        </Note>
      )}
      <ul>
        {preview.rows
          .filter(({ id }) => taken.toCompare.includes(id))
          .map(({ id, title }) => (
            <li key={id}>
              <a href={hrefOf({ room: 'compare', id })}>
                <FormattedMessage id="bundle.compare" values={{ title: <bdi>{title}</bdi> }} />
              </a>
            </li>
          ))}
      </ul>
      {taken.isQueued && (
        <p>
          <a href={hrefOf({ room: 'outbox' })}>
            <FormattedMessage id="bundle.queued" values={{ name: <bdi>{preview.madeBy}</bdi> }} />
          </a>
        </p>
      )}
      <Button variant="secondary" onPress={onDone}>
        <FormattedMessage id="common.close" />
      </Button>
    </div>
  );
};
