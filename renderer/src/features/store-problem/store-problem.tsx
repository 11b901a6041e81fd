import './store-problem.css';
import { OctagonAlert } from 'lucide-react';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { Button } from '#renderer/components/button.tsx';
import { Icon } from '#renderer/components/icon.tsx';
import { failureText } from '#renderer/error-text.ts';
import { useCommands } from '#renderer/hooks/use-commands.ts';
import type { Failure } from '#shared/errors.ts';
import { problemOf } from './problem.ts';

type StoreProblemProps = {
  readonly failure: Failure;
  /** Whether the journal could bring the documents back into a new store. */
  readonly hasSafetyCopy: boolean;
};

/** The documents of this laptop cannot be opened: what happened, what one can do, and what is safe. */
export const StoreProblem = ({ failure, hasSafetyCopy }: StoreProblemProps) => {
  const intl = useIntl();
  const commands = useCommands();
  const [trying, setTrying] = useState<'no' | 'retry' | 'restore'>('no');
  const { what, next } = failureText(intl, failure);
  const problem = problemOf(failure.code);

  const attempt = async (what: 'retry' | 'restore') => {
    // A page never asks again for a file of its own that it could not have.
    if (failure.code === 'app-incomplete') return window.location.reload();
    setTrying(what);
    await (what === 'retry' ? commands.retryStart() : commands.restoreStore());
    setTrying('no');
  };

  return (
    <main className="store-problem">
      <section className="store-problem-sheet" role="alert">
        <p className="store-problem-mark">
          <Icon of={OctagonAlert} tone="error" />
          <FormattedMessage id="store.mark" />
        </p>
        <h1 className="store-problem-title">{what}</h1>
        <p className="store-problem-next">{next}</p>
        <h2 className="store-problem-heading">
          <FormattedMessage id="store.can" />
        </h2>
        <ol className="store-problem-steps">
          <li>
            <FormattedMessage id={`store.${problem}.first`} />
          </li>
          <li>
            <FormattedMessage id={`store.${problem}.second`} />
          </li>
        </ol>
        <p className="store-problem-safe">
          <FormattedMessage id={`store.${problem}.safe`} />
        </p>
        <Button
          variant="primary"
          size="large"
          onPress={() => void attempt('retry')}
          isBusy={trying === 'retry'}
          busyLabel={intl.formatMessage({ id: 'store.retrying' })}
          autoFocus
        >
          <FormattedMessage id="store.retry" />
        </Button>
        {hasSafetyCopy && (
          <>
            <p className="store-problem-safe">
              <FormattedMessage id="store.restore.text" />
            </p>
            <Button
              variant="secondary"
              size="large"
              onPress={() => void attempt('restore')}
              isBusy={trying === 'restore'}
              busyLabel={intl.formatMessage({ id: 'store.restoring' })}
            >
              <FormattedMessage id="store.restore" />
            </Button>
          </>
        )}
        <p className="store-problem-code">
          <FormattedMessage
            id="store.code"
            values={{ code: <span className="isolate">{failure.code}</span> }}
          />
        </p>
      </section>
    </main>
  );
};
