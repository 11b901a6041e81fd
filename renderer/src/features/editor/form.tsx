import './form.css';
import { memo, useMemo } from 'react';
import type { FieldConflict } from '#renderer/commands/document-session.ts';
import { FindingIcon } from '#renderer/findings/finding-icon.tsx';
import { useSessionPart } from '#renderer/hooks/use-document.ts';
import { useLocalized } from '#renderer/i18n/use-localized.ts';
import { isAsked } from '#shared/domain/condition.ts';
import { isWithin } from '#shared/domain/field-path.ts';
import type { Finding } from '#shared/domain/finding.ts';
import {
  isGroup,
  markerReasonId,
  type NumberedField,
  numberedFields,
  type TemplateField,
  templateFields,
} from '#shared/domain/template.ts';
import { useEditor } from './editor-context.ts';
import { findingsOf, sameFindings, worstOf } from './field-findings.ts';
import { FieldFrame } from './field-frame.tsx';
import { roman } from './roman.ts';

type RowProps = {
  readonly numbered: NumberedField;
  readonly findings: readonly Finding[];
  readonly conflicts: readonly FieldConflict[];
  /** Whether the margin may show the mark of the worst finding yet. */
  readonly isMarked: boolean;
};

const sameConflicts = (a: readonly FieldConflict[], b: readonly FieldConflict[]): boolean =>
  a.length === b.length && a.every((conflict, index) => conflict === b[index]);

/** What reads as a table takes the whole width. */
const isWide = (field: TemplateField): boolean =>
  field.kind === 'budget' || (isGroup(field) && field.layout !== undefined);

/** One field with its number in the margin; drawn anew only when something of its own changed. */
const Row = memo(
  ({ numbered, findings, conflicts, isMarked }: RowProps) => {
    const worst = isMarked ? worstOf(findings) : null;
    return (
      <div className="form-row" data-wide={isWide(numbered.field) || undefined}>
        <span className="form-margin" aria-hidden>
          {worst !== null && <FindingIcon severity={worst} />}
          {numbered.number}
        </span>
        <div className="form-body">
          <FieldFrame
            field={numbered.field}
            path={numbered.field.id}
            findings={findings}
            conflicts={conflicts}
          />
        </div>
      </div>
    );
  },
  (before, after) =>
    before.numbered === after.numbered &&
    before.isMarked === after.isMarked &&
    sameFindings(before.findings, after.findings) &&
    sameConflicts(before.conflicts, after.conflicts),
);
Row.displayName = 'Row';

type FormProps = {
  /** False: what fills the view at first, so that it is there sooner. */
  readonly isWhole: boolean;
};

/** The sections of the form that are asked, one after the other, on one numbered margin. */
export const Form = ({ isWhole }: FormProps) => {
  const { session, showsFindings } = useEditor();
  const { template } = session;
  const { findings, conflicts } = useSessionPart(session, ({ findings, conflicts }) => ({
    findings,
    conflicts,
  }));
  const asked = useSessionPart(session, ({ values }) =>
    templateFields(template).filter((field) => isAsked(field, values)),
  );
  const read = useLocalized();
  const numbered = useMemo(() => numberedFields(template), [template]);
  const sections = isWhole ? template.sections : template.sections.slice(0, 1);
  return sections.map((section, index) => {
    const fields = numbered.filter((entry) => entry.section === section && asked.includes(entry.field));
    if (fields.length === 0) return null;
    return (
      <section className="form-section" key={section.id} data-section={section.id}>
        <header className="form-row form-head">
          <span className="form-margin" aria-hidden>
            {roman(index + 1)}
          </span>
          <div className="form-body">
            <h2 tabIndex={-1}>{read(section.title)}</h2>
            {section.help !== undefined && <p className="field-help">{read(section.help)}</p>}
          </div>
        </header>
        {fields.map((entry) => (
          <Row
            key={entry.field.id}
            numbered={entry}
            isMarked={showsFindings(entry.field.id)}
            findings={findingsOf(findings, entry.field, entry.field.id)}
            conflicts={conflicts.filter(
              ({ path }) =>
                isWithin(path, entry.field.id) ||
                (entry.field.kind === 'marker' && path === markerReasonId(entry.field.id)),
            )}
          />
        ))}
      </section>
    );
  });
};
