import { FormattedMessage, useIntl } from 'react-intl';
import { EmptyState } from '#renderer/components/empty-state.tsx';
import { LinkButton } from '#renderer/components/link-button.tsx';
import { Loading } from '#renderer/components/loading.tsx';
import { NotHere } from '#renderer/components/not-here.tsx';
import { hrefOf } from '#renderer/components/route.ts';
import { failureText } from '#renderer/error-text.ts';
import { useDocument } from '#renderer/hooks/use-document.ts';
import type { FieldPath } from '#shared/domain/field-path.ts';
import type { DocId } from '#shared/domain/ids.ts';
import { Editor } from './editor.tsx';

type EditorRoomProps = { readonly id: DocId; readonly field?: FieldPath | undefined };

/** The room in which one document is written. */
export const EditorRoom = ({ id, field }: EditorRoomProps) => {
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
      return <Editor key={id} session={opened.value} field={field} />;
  }
};
