import './document-field.css';
import type { ReactNode } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { editsToAgree, editsToFill, openUpdateBeside } from '#renderer/commands/documents-about.ts';
import { Button } from '#renderer/components/button.tsx';
import { LinkButton } from '#renderer/components/link-button.tsx';
import { hrefOf } from '#renderer/components/route.ts';
import { Select } from '#renderer/components/select.tsx';
import { FindingIcon } from '#renderer/findings/finding-icon.tsx';
import { useDesk } from '#renderer/hooks/use-desk.ts';
import { useFieldValue, useSessionPart } from '#renderer/hooks/use-document.ts';
import type { DocumentSummary } from '#shared/domain/summary.ts';
import type { ControlProps, FieldOf } from '../control-props.ts';
import { useEditor } from '../editor-context.ts';
import { ClearButton } from './clear-button.tsx';

/** What does not agree about the document that is named, with what mends it. */
const Warning = ({ words, children }: { readonly words: ReactNode; readonly children: ReactNode }) => (
  <p className="field-finding" data-severity="warning" role="status">
    <FindingIcon severity="warning" />
    <span>{words}</span>
    {children}
  </p>
);

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
  const named = others.find(({ id }) => id === value);
  const options = [
    ...others.map((summary) => ({ value: summary.id, label: nameOf(summary) })),
    ...(value === '' || named ? [] : [{ value, label: formatMessage({ id: 'document.gone' }) }]),
  ];
  const atOdds = useSessionPart(session, ({ values }) =>
    Object.fromEntries(editsToAgree(field, values, named)),
  );
  const own = useSessionPart(session, ({ summary: { id, kind, stage, presence } }) => ({
    id,
    kind,
    stage,
    presence,
  }));
  const beside = named && openUpdateBeside(documents, own, named.id);
  const isAtOdds = Object.keys(atOdds).length > 0;
  const choose = (chosen: string) => {
    const summary = others.find(({ id }) => id === chosen);
    // The one that is not on this laptop, chosen again.
    if (chosen !== '' && summary === undefined) return;
    const { values } = session.getSnapshot();
    session.setAll(new Map([[path, summary?.id], ...editsToFill(field, values, named, summary)]));
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
        {named && (
          <LinkButton variant="quiet" href={hrefOf({ room: 'document', id: named.id })}>
            <FormattedMessage id="document.open" />
          </LinkButton>
        )}
        {value !== '' && !isReadOnly && <ClearButton onPress={() => choose('')} />}
      </div>
      {beside && (
        <Warning words={<FormattedMessage id="document.updateBeside" />}>
          <LinkButton variant="quiet" href={hrefOf({ room: 'document', id: beside.id })}>
            <FormattedMessage id="document.openBeside" />
          </LinkButton>
        </Warning>
      )}
      {isAtOdds && (
        <Warning words={<FormattedMessage id="document.atOdds" />}>
          {!isReadOnly && (
            <Button variant="quiet" onPress={() => session.setAll(new Map(Object.entries(atOdds)))}>
              <FormattedMessage id="document.agree" />
            </Button>
          )}
        </Warning>
      )}
    </>
  );
};
