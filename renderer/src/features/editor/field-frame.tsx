import './field-frame.css';
import { type ReactNode, useId, useRef, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import type { FieldConflict } from '#renderer/commands/document-session.ts';
import { findingText } from '#renderer/finding-text.ts';
import { FindingIcon } from '#renderer/findings/finding-icon.tsx';
import { FixButton, FixesDone } from '#renderer/findings/fix-button.tsx';
import { useLocalized } from '#renderer/i18n/use-localized.ts';
import { type FieldPath, isWithin } from '#shared/domain/field-path.ts';
import { type Finding, findingKey } from '#shared/domain/finding.ts';
import type { TemplateField } from '#shared/domain/template.ts';
import { ConflictNotice } from './conflict-notice.tsx';
import { useEditor } from './editor-context.ts';
import { conflictsAt } from './field-conflicts.ts';
import { FieldControl } from './field-control.tsx';
import { FieldCounter } from './field-counter.tsx';
import { findingsOf, worstOf } from './field-findings.ts';
import { labelsItsControl } from './label-target.ts';

type FieldFrameProps = {
  readonly field: TemplateField;
  readonly path: FieldPath;
  readonly findings: readonly Finding[];
  readonly conflicts: readonly FieldConflict[];
  /** Stands at the end of the label's line. */
  readonly aside?: ReactNode;
};

/** Label, help, control, findings and counter of one field. */
export const FieldFrame = ({ field, path, findings, conflicts, aside }: FieldFrameProps) => {
  const intl = useIntl();
  const read = useLocalized();
  const editor = useEditor();
  const { session, vocabulary, showsFindings, leave, whenReleased } = editor;
  const base = useId();
  const [seen, setSeen] = useState<readonly string[] | null>(null);
  const stayHere = useRef<(() => void) | null>(null);

  const own = findings.filter((finding) => finding.path === path || field.kind === 'budget');
  const shown = showsFindings(path)
    ? own.filter((finding) => seen === null || seen.includes(finding.code))
    : [];
  const worst = worstOf(shown);
  const isBudgetCell = (place: FieldPath) => field.kind === 'budget' && isWithin(place, path);
  const here = conflictsAt(field, path, conflicts, session.getSnapshot().values);
  const label = read(field.label);
  const isOptional = field.required === undefined;
  const describedBy = [
    ...(field.help === undefined ? [] : [`${base}help`]),
    ...(shown.length === 0 ? [] : [`${base}found`]),
    ...(field.kind === 'longText' || field.kind === 'shortText' ? [`${base}count`] : []),
  ].join(' ');

  // A popover of the control lies elsewhere in the page: wait for where the focus goes. And a finding
  // moves what is below it: wait until the button that took the focus has had its click.
  const onFocus = () => {
    stayHere.current?.();
    setSeen((before) => before ?? (showsFindings(path) ? own.map((finding) => finding.code) : []));
  };
  const onBlur = () => {
    stayHere.current?.();
    stayHere.current = whenReleased(() => {
      setSeen(null);
      leave(path);
    });
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: only listens where the focus goes
    // biome-ignore lint/a11y/noNoninteractiveElementInteractions: only listens where the focus goes
    <div className="field" data-path={path} data-kind={field.kind} onFocus={onFocus} onBlur={onBlur}>
      <div className="field-label">
        {labelsItsControl(field) ? (
          <label id={`${base}label`} htmlFor={`${base}control`}>
            {label}
          </label>
        ) : (
          <span id={`${base}label`}>{label}</span>
        )}
        {isOptional && (
          <small>
            <FormattedMessage id="common.optional" />
          </small>
        )}
        {aside}
      </div>
      {field.help !== undefined && (
        <p className="field-help" id={`${base}help`}>
          {read(field.help)}
        </p>
      )}
      {here.map((conflict) => (
        <ConflictNotice key={conflict.path} conflict={conflict} field={field} />
      ))}
      <div data-control>
        <FieldControl
          field={field}
          path={path}
          controlId={`${base}control`}
          labelId={`${base}label`}
          describedBy={describedBy === '' ? undefined : describedBy}
          tone={worst === 'error' || worst === 'warning' ? worst : undefined}
          findings={findings}
          conflicts={conflicts}
          renderNested={(nested, nestedPath) => (
            <FieldFrame
              key={nested.id}
              field={nested}
              path={nestedPath}
              findings={findingsOf(findings, nested, nestedPath)}
              conflicts={conflicts}
            />
          )}
        />
      </div>
      <div className="field-under">
        <div className="field-findings" id={`${base}found`}>
          {shown.map((finding) => (
            <p className="field-finding" data-severity={finding.severity} key={findingKey(finding)}>
              <FindingIcon severity={finding.severity} />
              <span>{findingText(intl, finding, vocabulary)}</span>
              <FixButton press={editor} finding={finding} />
            </p>
          ))}
          <FixesDone
            press={editor}
            isHere={({ finding }) => finding.path === path || isBudgetCell(finding.path)}
          />
        </div>
        {(field.kind === 'longText' || field.kind === 'shortText') && (
          <FieldCounter id={`${base}count`} path={path} limits={field.limits ?? []} kind={field.kind} />
        )}
      </div>
    </div>
  );
};
