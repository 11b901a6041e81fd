import type { ReactNode } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import type { DocumentSession } from '#renderer/commands/document-session.ts';
import { EmptyState } from '#renderer/components/empty-state.tsx';
import { LinkButton } from '#renderer/components/link-button.tsx';
import { Loading } from '#renderer/components/loading.tsx';
import { NotHere } from '#renderer/components/not-here.tsx';
import { hrefOf } from '#renderer/components/route.ts';
import { failureText } from '#renderer/error-text.ts';
import { useDocument } from '#renderer/hooks/use-document.ts';
import type { DocId } from '#shared/domain/ids.ts';

type DocumentGateProps = {
  readonly id: DocId;
  readonly children: (session: DocumentSession) => ReactNode;
};

/** Opens a document for the rooms that show one, or says why it cannot be opened. */
export const DocumentGate = ({ id, children }: DocumentGateProps) => {
  const intl = useIntl();
  const opened = useDocument(id);
  switch (opened.state) {
    case 'loading':
      return <Loading what={<FormattedMessage id="common.loading" />} />;
    case 'failed': {
      if (opened.failure.code === 'not-found') return <NotHere />;
      const { what, next } = failureText(intl, opened.failure);
      return (
        <EmptyState
          title={what}
          text={next}
          action={
            <LinkButton variant="secondary" href={hrefOf({ room: 'desk' })}>
              <FormattedMessage id="editor.back" />
            </LinkButton>
          }
        />
      );
    }
    case 'ready':
      return children(opened.value);
  }
};
