import './compare.css';
import { ChevronLeft } from 'lucide-react';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import type { DocumentSession } from '#renderer/commands/document-session.ts';
import { Button } from '#renderer/components/button.tsx';
import { EmptyState } from '#renderer/components/empty-state.tsx';
import { IconButton } from '#renderer/components/icon-button.tsx';
import { navigate } from '#renderer/components/route.ts';
import { findingPlace } from '#renderer/finding-place.ts';
import { useSession } from '#renderer/hooks/use-document.ts';
import { useVocabulary } from '#renderer/hooks/use-vocabulary.ts';
import type { FieldPath } from '#shared/domain/field-path.ts';
import { FieldComparison } from './field-comparison.tsx';

type CompareRoomProps = { readonly session: DocumentSession; readonly field: FieldPath | undefined };

/** Every field with two versions, one after the other; nothing leaves it until the person has decided. */
export const CompareRoom = ({ session, field }: CompareRoomProps) => {
  const { conflicts, values } = useSession(session);
  const vocabulary = useVocabulary();
  const intl = useIntl();
  const [path, setPath] = useState(field);
  const found = conflicts.findIndex((conflict) => conflict.path === path);
  const index = Math.max(0, found);
  const conflict = conflicts[index];
  const back = () =>
    navigate(
      path === undefined
        ? { room: 'document', id: session.id }
        : { room: 'document', id: session.id, field: path },
    );
  const go = (by: -1 | 1) => {
    const next = conflicts[(index + by + conflicts.length) % conflicts.length];
    if (next !== undefined) setPath(next.path);
  };
  return (
    <div className="compare">
      <header className="compare-header">
        <IconButton
          label={intl.formatMessage({ id: 'compare.back' })}
          icon={ChevronLeft}
          mirrors
          onPress={back}
        />
        <div>
          <h1 tabIndex={-1}>
            <FormattedMessage id="compare.title" />
          </h1>
          {conflict !== undefined && (
            <p className="compare-place">
              {findingPlace(intl, { template: session.template, vocabulary, values }, conflict.path)}{' '}
              {conflicts.length > 1 && (
                <FormattedMessage id="compare.which" values={{ index: index + 1, count: conflicts.length }} />
              )}
            </p>
          )}
        </div>
        {conflicts.length > 1 && (
          <div className="compare-steps">
            <Button variant="secondary" onPress={() => go(-1)}>
              <FormattedMessage id="compare.previous" />
            </Button>
            <Button variant="secondary" onPress={() => go(1)}>
              <FormattedMessage id="compare.next" />
            </Button>
          </div>
        )}
      </header>
      {conflict === undefined ? (
        <EmptyState
          title={<FormattedMessage id="compare.none" />}
          text={<FormattedMessage id="compare.noneNext" />}
          action={
            <Button variant="primary" onPress={back}>
              <FormattedMessage id="compare.back" />
            </Button>
          }
        />
      ) : (
        <FieldComparison key={conflict.path} session={session} conflict={conflict} />
      )}
    </div>
  );
};
