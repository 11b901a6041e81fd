import './marker-field.css';
import { useId } from 'react';
import { FormattedMessage } from 'react-intl';
import { RadioSegments } from '#renderer/components/radio-segments.tsx';
import { useFieldValue } from '#renderer/hooks/use-document.ts';
import { useLocalized } from '#renderer/i18n/use-localized.ts';
import { markerReasonId } from '#shared/domain/template.ts';
import type { ControlProps, FieldOf } from '../control-props.ts';
import { useEditor } from '../editor-context.ts';
import { LongText } from './long-text.tsx';

/** A score from 0 to 3 with what it means, and why. */
export const MarkerField = ({
  field,
  path,
  labelId,
  describedBy,
  tone,
  findings,
}: ControlProps<FieldOf<'marker'>>) => {
  const { session, isReadOnly, showsFindings } = useEditor();
  const read = useLocalized();
  const reasonLabel = useId();
  const reasonControl = useId();
  const stored = useFieldValue(session, path);
  const reasonPath = markerReasonId(path);
  const lacksReason = showsFindings(path) && findings.some((finding) => finding.path === reasonPath);
  return (
    <>
      <RadioSegments
        isStacked
        labelledBy={labelId}
        describedBy={describedBy}
        tone={tone}
        isReadOnly={isReadOnly}
        value={typeof stored === 'number' ? String(stored) : ''}
        onChange={(score) => session.set(path, Number(score))}
        options={field.scores.map((meaning, score) => ({
          value: String(score),
          label: `${score} · ${read(meaning)}`,
        }))}
      />
      <div className="marker-reason" data-path={reasonPath}>
        <label className="marker-label" id={reasonLabel} htmlFor={reasonControl}>
          <FormattedMessage id="fields.marker.reason" />
        </label>
        <div data-control>
          <LongText
            path={reasonPath}
            controlId={reasonControl}
            describedBy={undefined}
            tone={lacksReason ? 'error' : undefined}
            findings={findings}
          />
        </div>
        {lacksReason && (
          <p className="field-notice">
            <FormattedMessage id="fields.marker.reasonMissing" />
          </p>
        )}
      </div>
    </>
  );
};
