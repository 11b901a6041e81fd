import './submit.css';
import { FormattedMessage, useIntl } from 'react-intl';
import { EmptyState } from '#renderer/components/empty-state.tsx';
import { LinkButton } from '#renderer/components/link-button.tsx';
import { Loading } from '#renderer/components/loading.tsx';
import { NotHere } from '#renderer/components/not-here.tsx';
import { hrefOf } from '#renderer/components/route.ts';
import { failureText } from '#renderer/error-text.ts';
import { useDocument } from '#renderer/hooks/use-document.ts';
import type { DocId } from '#shared/domain/ids.ts';
import { SubmitPage } from './submit-page.tsx';

/** The room in which a document is handed over. */
export const SubmitRoom = ({ id }: { readonly id: DocId }) => {
  const intl = useIntl();
  const opened = useDocument(id);
  switch (opened.state) {
    case 'loading':
      return <Loading what={<FormattedMessage id="submit.loading" />} />;
    case 'failed': {
      if (opened.failure.code === 'not-found') return <NotHere />;
      const { what, next } = failureText(intl, opened.failure);
      return (
        <EmptyState
          title={what}
          text={next}
          action={
            <LinkButton variant="secondary" href={hrefOf({ room: 'desk' })}>
              <FormattedMessage id="submit.desk" />
            </LinkButton>
          }
        />
      );
    }
    case 'ready':
      return <SubmitPage key={id} session={opened.value} />;
  }
};
