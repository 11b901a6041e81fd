import './conflict-notice.css';
import { FormattedMessage, useIntl } from 'react-intl';
import type { FieldConflict } from '#renderer/commands/document-session.ts';
import { Button } from '#renderer/components/button.tsx';
import { navigate } from '#renderer/components/route.ts';
import { VersionSides } from '#renderer/components/version-sides.tsx';
import { useLocalized } from '#renderer/i18n/use-localized.ts';
import { valueText } from '#renderer/value-text.ts';
import { isGroup, type TemplateField } from '#shared/domain/template.ts';
import { useEditor } from './editor-context.ts';

type ConflictNoticeProps = { readonly conflict: FieldConflict; readonly field: TemplateField };

/** Two versions of one field side by side; both are kept until the person chooses. */
export const ConflictNotice = ({ conflict, field }: ConflictNoticeProps) => {
  const { session, vocabulary } = useEditor();
  const intl = useIntl();
  const read = useLocalized();
  const isOrder = conflict.path.endsWith('/pos');
  const sideOf = (side: 'mine' | 'theirs') => {
    const whose = side === 'theirs' && conflict.isHanded ? 'handed' : side;
    const text = isOrder
      ? intl.formatMessage({ id: 'editor.conflict.order' })
      : conflict[side] === true && isGroup(field)
        ? intl.formatMessage({ id: 'editor.conflict.item' })
        : valueText(field, conflict[side], { intl, vocabulary, read });
    return {
      key: side,
      who: <FormattedMessage id={`editor.conflict.${whose}`} />,
      text: text === '' ? <FormattedMessage id="editor.conflict.empty" /> : text,
      act: (
        <Button variant="secondary" onPress={() => session.settle(conflict.path, side)}>
          <FormattedMessage id={`editor.conflict.keep.${whose}`} />
        </Button>
      ),
    };
  };
  return (
    <fieldset className="conflict">
      <legend className="conflict-title">
        <FormattedMessage id="editor.conflict.title" />
      </legend>
      <VersionSides sides={[sideOf('mine'), sideOf('theirs')]} />
      {typeof conflict.mine === 'string' && typeof conflict.theirs === 'string' && (
        <p className="conflict-word">
          <Button
            variant="quiet"
            onPress={() => navigate({ room: 'compare', id: session.id, field: conflict.path })}
          >
            <FormattedMessage id="compare.word" />
          </Button>
        </p>
      )}
    </fieldset>
  );
};
