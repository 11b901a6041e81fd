import './former-fields.css';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { Button } from '#renderer/components/button.tsx';
import { useSessionPart } from '#renderer/hooks/use-document.ts';
import { useLocalized } from '#renderer/i18n/use-localized.ts';
import { valueText } from '#renderer/value-text.ts';
import type { FieldPath } from '#shared/domain/field-path.ts';
import type { FieldMap } from '#shared/domain/field-value.ts';
import type { FormerField } from '#shared/domain/former-fields.ts';
import { useEditor } from './editor-context.ts';

const noValues: FieldMap = {};

type TakenOut = { readonly label: string; readonly values: FieldMap };

/** What the form no longer asks and the document still has: to be read, copied, or taken out. */
export const FormerFields = () => {
  const { session, vocabulary, isReadOnly } = useEditor();
  const intl = useIntl();
  const read = useLocalized();
  const { former, values } = useSessionPart(session, ({ former, values }) => ({
    former,
    values: former.length > 0 ? values : noValues,
  }));
  const [copied, setCopied] = useState<string | null>(null);
  const [takenOut, setTakenOut] = useState<TakenOut | null>(null);
  if (former.length === 0 && takenOut === null) return null;

  const labelOf = ({ field, root }: FormerField) =>
    field ? read(field.label) : intl.formatMessage({ id: 'former.unknown' }, { id: root });
  const textAt = ({ field }: FormerField, path: FieldPath): string => {
    const value = values[path];
    if (value === undefined || value === true || path.endsWith('/pos')) return '';
    if (field) return valueText(field, value, { intl, vocabulary, read });
    return typeof value === 'object' ? JSON.stringify(value) : String(value);
  };
  const textOf = (entry: FormerField): string =>
    entry.paths
      .map((path) => textAt(entry, path))
      .filter((text) => text !== '')
      .join('\n');
  const takeOut = (entry: FormerField) => {
    setTakenOut({
      label: labelOf(entry),
      values: Object.fromEntries(
        entry.paths.flatMap((path) => (values[path] === undefined ? [] : [[path, values[path]]])),
      ),
    });
    session.clear(entry.paths);
  };
  const putBack = (kept: FieldMap) => {
    for (const [path, value] of Object.entries(kept)) session.set(path, value);
    setTakenOut(null);
  };
  return (
    <section className="form-section former-fields">
      <header className="form-row form-head">
        <span className="form-margin" aria-hidden />
        <div className="form-body">
          <h2 tabIndex={-1}>
            <FormattedMessage id="former.title" />
          </h2>
          <p className="field-help">
            <FormattedMessage id="former.help" />
          </p>
        </div>
      </header>
      {former.map((entry) => (
        <div className="form-row" key={entry.root} data-path={entry.root}>
          <span className="form-margin" aria-hidden />
          <div className="form-body">
            <h3>{labelOf(entry)}</h3>
            <p className="former-text doc-text" dir="auto">
              {textOf(entry)}
            </p>
            <div className="former-actions">
              <Button
                variant="quiet"
                onPress={() =>
                  void navigator.clipboard.writeText(textOf(entry)).then(() => setCopied(entry.root))
                }
              >
                <FormattedMessage id={copied === entry.root ? 'former.copied' : 'former.copy'} />
              </Button>
              {!isReadOnly && (
                <Button variant="quiet" onPress={() => takeOut(entry)}>
                  <FormattedMessage id="former.takeOut" />
                </Button>
              )}
            </div>
          </div>
        </div>
      ))}
      {takenOut !== null && (
        <div className="form-row" role="status">
          <span className="form-margin" aria-hidden />
          <div className="form-body former-actions">
            <FormattedMessage id="former.takenOut" values={{ label: takenOut.label }} />
            <Button variant="quiet" onPress={() => putBack(takenOut.values)}>
              <FormattedMessage id="former.putBack" />
            </Button>
          </div>
        </div>
      )}
    </section>
  );
};
