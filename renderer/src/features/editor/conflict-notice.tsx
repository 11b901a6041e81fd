import './conflict-notice.css';
import { useId } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import type { FieldConflict } from '#renderer/commands/document-session.ts';
import { Button } from '#renderer/components/button.tsx';
import { navigate } from '#renderer/components/route.ts';
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
  const titleId = useId();
  const isOrder = conflict.path.endsWith('/pos');
  const sides = ['mine', 'theirs'] as const;
  return (
    <section className="conflict" aria-labelledby={titleId}>
      <p className="conflict-title" id={titleId}>
        <FormattedMessage id="editor.conflict.title" />
      </p>
      <div className="conflict-sides">
        {sides.map((side) => {
          const text = isOrder
            ? intl.formatMessage({ id: 'editor.conflict.order' })
            : conflict[side] === true && isGroup(field)
              ? intl.formatMessage({ id: 'editor.conflict.item' })
              : valueText(field, conflict[side], { intl, vocabulary, read });
          return (
            <div className="conflict-side" key={side}>
              <p className="conflict-who">
                <FormattedMessage id={`editor.conflict.${side}`} />
              </p>
              <p className="conflict-text doc-text" dir="auto">
                {text === '' ? <FormattedMessage id="editor.conflict.empty" /> : text}
              </p>
              <p className="conflict-act">
                <Button variant="secondary" onPress={() => session.settle(conflict.path, side)}>
                  <FormattedMessage id={`editor.conflict.keep.${side}`} />
                </Button>
              </p>
            </div>
          );
        })}
      </div>
      {typeof conflict.mine === 'string' && typeof conflict.theirs === 'string' && (
        <p className="conflict-act">
          <Button
            variant="quiet"
            onPress={() => navigate({ room: 'compare', id: session.id, field: conflict.path })}
          >
            <FormattedMessage id="compare.word" />
          </Button>
        </p>
      )}
    </section>
  );
};
