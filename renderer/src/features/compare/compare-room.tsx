import './compare.css';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import type { DocumentSession } from '#renderer/commands/document-session.ts';
import { Button } from '#renderer/components/button.tsx';
import { DocumentHeader } from '#renderer/components/document-header.tsx';
import { NumberedPage, NumberedPart } from '#renderer/components/numbered-page.tsx';
import { navigate } from '#renderer/components/route.ts';
import { findingPlace } from '#renderer/finding-place.ts';
import { useSession } from '#renderer/hooks/use-document.ts';
import { useVocabulary } from '#renderer/hooks/use-vocabulary.ts';
import { type FieldPath, rootOf } from '#shared/domain/field-path.ts';
import { numberedFields } from '#shared/domain/template.ts';
import { FieldComparison } from './field-comparison.tsx';

type CompareRoomProps = { readonly session: DocumentSession; readonly field: FieldPath | undefined };

/** Every field with two versions, one after the other; nothing leaves it until the person has decided. */
export const CompareRoom = ({ session, field }: CompareRoomProps) => {
  const {
    conflicts,
    values,
    summary: { kind, title },
  } = useSession(session);
  const vocabulary = useVocabulary();
  const intl = useIntl();
  const [path, setPath] = useState(field);
  const found = conflicts.findIndex((conflict) => conflict.path === path);
  const index = Math.max(0, found);
  const conflict = conflicts[index];
  const number = numberedFields(session.template).find(
    (numbered) => conflict !== undefined && numbered.field.id === rootOf(conflict.path),
  )?.number;
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
    <>
      <DocumentHeader
        kind={kind}
        crumb={<FormattedMessage id={`kind.${kind}`} />}
        title={title.trim() === '' ? <FormattedMessage id={`submit.untitled.${kind}`} /> : title}
        backLabel={intl.formatMessage({ id: 'compare.back' })}
        onBack={back}
      >
        {conflicts.length > 1 && (
          <div className="compare-steps">
            <p>
              <FormattedMessage id="compare.which" values={{ index: index + 1, count: conflicts.length }} />
            </p>
            <Button variant="secondary" onPress={() => go(-1)}>
              <FormattedMessage id="compare.previous" />
            </Button>
            <Button variant="secondary" onPress={() => go(1)}>
              <FormattedMessage id="compare.next" />
            </Button>
          </div>
        )}
      </DocumentHeader>
      <div className="compare">
        <NumberedPage>
          <NumberedPart>
            <h1 className="numbered-page-title" tabIndex={-1}>
              <FormattedMessage id="compare.title" />
            </h1>
          </NumberedPart>
          {conflict === undefined ? (
            <NumberedPart title={<FormattedMessage id="compare.none" />}>
              <p>
                <FormattedMessage id="compare.noneNext" />
              </p>
              <p className="compare-back">
                <Button variant="primary" onPress={back}>
                  <FormattedMessage id="compare.back" />
                </Button>
              </p>
            </NumberedPart>
          ) : (
            <NumberedPart
              key={conflict.path}
              isWide
              {...(number !== undefined && { number })}
              title={findingPlace(intl, { template: session.template, vocabulary, values }, conflict.path)}
              help={<FormattedMessage id="compare.help" />}
            >
              <FieldComparison session={session} conflict={conflict} />
            </NumberedPart>
          )}
        </NumberedPage>
      </div>
    </>
  );
};
