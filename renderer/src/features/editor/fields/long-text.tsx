import '#renderer/components/long-text.css';
import { useDeferredValue, useMemo } from 'react';
import { useIntl } from 'react-intl';
import { useLocalized } from '#renderer/i18n/use-localized.ts';
import type { FieldPath } from '#shared/domain/field-path.ts';
import type { Finding } from '#shared/domain/finding.ts';
import type { Localized } from '#shared/domain/template.ts';
import { useEditor } from '../editor-context.ts';
import { markedPieces } from './text-marks.ts';
import { TextMarks } from './text-marks.tsx';
import { TooLarge } from './too-large.tsx';
import { useLiveText } from './use-live-text.ts';

type LongTextProps = {
  readonly path: FieldPath;
  readonly controlId: string;
  readonly labelledBy?: string;
  readonly describedBy: string | undefined;
  readonly tone: 'error' | 'warning' | undefined;
  readonly example?: Localized | undefined;
  /** Those about some words of this text draw a line under them. */
  readonly findings: readonly Finding[];
};

/** Text of any length in the serif of the document; grows with what is written. */
export const LongText = ({ path, controlId, findings, example, ...rest }: LongTextProps) => {
  const { labelledBy, describedBy, tone } = rest;
  const { isReadOnly, showsFindings } = useEditor();
  const { formatMessage } = useIntl();
  const read = useLocalized();
  const { isRefused, ...live } = useLiveText<HTMLTextAreaElement>(path, 'lines');
  const isShown = showsFindings(path);
  const pieces = useMemo(
    () => (isShown ? markedPieces(live.defaultValue, path, findings) : null),
    [isShown, live.defaultValue, path, findings],
  );
  // The lines may follow a moment later than the keys.
  const marked = useDeferredValue(pieces);
  return (
    <div className="marked-text">
      <textarea
        {...live}
        className="control long-text"
        id={controlId}
        rows={4}
        dir="auto"
        spellCheck
        autoComplete="off"
        readOnly={isReadOnly}
        data-tone={tone}
        aria-invalid={tone === 'error'}
        aria-labelledby={labelledBy}
        aria-describedby={describedBy}
        placeholder={
          example === undefined
            ? undefined
            : formatMessage({ id: 'fields.example' }, { example: read(example) })
        }
      />
      {marked !== null && <TextMarks control={live.ref} pieces={marked} lang={live.lang} />}
      {isRefused && <TooLarge />}
    </div>
  );
};
