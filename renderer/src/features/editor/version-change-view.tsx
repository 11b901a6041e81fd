import { FormattedMessage, useIntl } from 'react-intl';
import type { VersionChange } from '#renderer/commands/version-comparison.ts';
import { WordMarks } from '#renderer/components/word-marks.tsx';
import { useLocalized } from '#renderer/i18n/use-localized.ts';
import { valueText } from '#renderer/value-text.ts';
import type { FieldValue } from '#shared/domain/field-value.ts';
import { formatAmount } from '#shared/domain/money.ts';
import type { TemplateField } from '#shared/domain/template.ts';
import { useEditor } from './editor-context.ts';

/** One difference between two versions: a text by its words, everything else in words. */
export const VersionChangeView = ({ change }: { readonly change: VersionChange }) => {
  const intl = useIntl();
  const read = useLocalized();
  const { vocabulary } = useEditor();
  const say = (
    field: TemplateField | null,
    value: FieldValue | undefined,
    currency: string | null,
  ): string => {
    if (value === undefined) return '';
    if (typeof value === 'number' && currency !== null)
      return `${formatAmount(value, currency, intl.locale)} ${currency}`;
    if (field === null) return typeof value === 'object' ? JSON.stringify(value) : String(value);
    return valueText(field, value, { intl, vocabulary, read });
  };
  switch (change.what) {
    case 'text':
      return (
        <p className="doc-text version-text" dir="auto">
          <WordMarks marks={change.marks} />
        </p>
      );
    case 'members':
      return (
        <ul className="version-members" data-change>
          {change.removed.map((code) => (
            <li key={code}>
              <del>{say(change.field, [code], null)}</del>
            </li>
          ))}
          {change.added.map((code) => (
            <li key={code}>
              <ins>{say(change.field, [code], null)}</ins>
            </li>
          ))}
        </ul>
      );
    case 'value': {
      const [was, is] = [
        say(change.field, change.was, change.currencies?.was ?? null),
        say(change.field, change.is, change.currencies?.is ?? null),
      ];
      return (
        <p className="version-value">
          {was !== '' && (
            <del>
              <bdi>{was}</bdi>
            </del>
          )}{' '}
          {is !== '' && (
            <ins>
              <bdi>{is}</bdi>
            </ins>
          )}
        </p>
      );
    }
    case 'order':
      return (
        <p data-change>
          <FormattedMessage id="history.order" />
        </p>
      );
    case 'item-added':
      return (
        <p>
          <ins>
            <FormattedMessage id="history.added" />
          </ins>
        </p>
      );
    case 'item-removed':
      return (
        <p>
          <del>
            <FormattedMessage id="history.removed" />
          </del>
        </p>
      );
  }
};
