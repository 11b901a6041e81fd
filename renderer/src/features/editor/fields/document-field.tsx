import './document-field.css';
import { FormattedMessage, useIntl } from 'react-intl';
import { LinkButton } from '#renderer/components/link-button.tsx';
import { hrefOf } from '#renderer/components/route.ts';
import { Select } from '#renderer/components/select.tsx';
import { useDesk } from '#renderer/hooks/use-desk.ts';
import { useFieldValue } from '#renderer/hooks/use-document.ts';
import { isFilled } from '#shared/domain/answered.ts';
import type { DocId } from '#shared/domain/ids.ts';
import type { DocumentSummary } from '#shared/domain/summary.ts';
import type { ControlProps, FieldOf } from '../control-props.ts';
import { useEditor } from '../editor-context.ts';
import { ClearButton } from './clear-button.tsx';

/** Another document of this laptop: chosen from those of its kind, with the way to it. */
export const DocumentField = ({
  field,
  path,
  controlId,
  labelId,
  describedBy,
  tone,
}: ControlProps<FieldOf<'document'>>) => {
  const { session, isReadOnly } = useEditor();
  const { formatMessage } = useIntl();
  const desk = useDesk();
  const stored = useFieldValue(session, path);
  const value = typeof stored === 'string' ? stored : '';
  const documents = desk.state === 'ready' ? desk.value : [];
  const others = documents.filter(({ id, kind }) => kind === field.of && id !== session.id);
  const nameOf = ({ title, kind, receipt }: DocumentSummary) =>
    [title.trim() || formatMessage({ id: `editor.untitled.${kind}` }), receipt?.receiptNo]
      .filter((part) => part !== undefined)
      .join(' · ');
  const known = others.some(({ id }) => id === value);
  const options = [
    ...others.map((summary) => ({ value: summary.id, label: nameOf(summary) })),
    ...(value === '' || known ? [] : [{ value, label: formatMessage({ id: 'document.gone' }) }]),
  ];
  const choose = (chosen: string) => {
    session.set(path, chosen === '' ? undefined : chosen);
    const summary = others.find(({ id }) => id === chosen);
    const { values } = session.getSnapshot();
    const fill = (target: string | undefined, text: string | undefined) => {
      if (target && text && !isFilled(values[target])) session.set(target, text);
    };
    fill(field.fills?.title, summary?.title);
    fill(field.fills?.receipt, summary?.receipt?.receiptNo);
  };
  if (options.length === 0) {
    return (
      <p className="field-help">
        <FormattedMessage id="document.none" />
      </p>
    );
  }
  return (
    <>
      <Select
        id={controlId}
        labelledBy={labelId}
        describedBy={describedBy}
        tone={tone}
        value={value}
        onChange={choose}
        options={options}
        isDisabled={isReadOnly}
        placeholder={formatMessage({ id: 'document.choose' })}
      />
      <div className="document-field-actions">
        {known && (
          <LinkButton variant="quiet" href={hrefOf({ room: 'document', id: value as DocId })}>
            <FormattedMessage id="document.open" />
          </LinkButton>
        )}
        {value !== '' && !isReadOnly && <ClearButton onPress={() => choose('')} />}
      </div>
    </>
  );
};
