import './outline.css';
import { Check, OctagonAlert, TriangleAlert } from 'lucide-react';
import { memo, useDeferredValue } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import type { SessionSnapshot } from '#renderer/commands/document-session.ts';
import { Icon } from '#renderer/components/icon.tsx';
import { ProgressBar } from '#renderer/components/progress-bar.tsx';
import { useSessionPart } from '#renderer/hooks/use-document.ts';
import { useLocalized } from '#renderer/i18n/use-localized.ts';
import { isAnswered } from '#shared/domain/answered.ts';
import type { SectionCompleteness } from '#shared/domain/completeness.ts';
import { isAsked } from '#shared/domain/condition.ts';
import type { FieldPath } from '#shared/domain/field-path.ts';
import { numberedFields, type TemplateField, templateFields } from '#shared/domain/template.ts';
import { useEditor } from './editor-context.ts';
import { findingsOf } from './field-findings.ts';
import { roman } from './roman.ts';

type MarkProps = Pick<SectionCompleteness, 'mark' | 'errors' | 'warnings'> &
  Partial<Pick<SectionCompleteness, 'answered' | 'asked'>>;

const Mark = ({ mark, errors, warnings, answered = 0, asked = 0 }: MarkProps) => {
  const { formatMessage } = useIntl();
  switch (mark) {
    case 'complete':
      return (
        <span className="outline-mark" title={formatMessage({ id: 'editor.mark.complete' })}>
          <Icon of={Check} size="small" tone="ok" />
          <span className="unseen">
            <FormattedMessage id="editor.mark.complete" />
          </span>
        </span>
      );
    case 'errors':
    case 'warnings': {
      const [tone, icon, count] =
        mark === 'errors'
          ? (['error', OctagonAlert, errors] as const)
          : (['warning', TriangleAlert, warnings] as const);
      return (
        <span className="outline-mark" data-tone={tone}>
          <Icon of={icon} size="small" />
          <span aria-hidden>{count}</span>
          <span className="unseen">
            <FormattedMessage id={`editor.mark.${mark}`} values={{ count }} />
          </span>
        </span>
      );
    }
    case 'begun':
      return (
        <span
          className="outline-mark"
          data-tone="begun"
          title={formatMessage({ id: 'editor.mark.begun' }, { answered, asked })}
        >
          <span aria-hidden>
            <FormattedMessage id="editor.mark.share" values={{ answered, asked }} />
          </span>
          <span className="unseen">
            <FormattedMessage id="editor.mark.begun" values={{ answered, asked }} />
          </span>
        </span>
      );
    case 'untouched':
      return (
        <span className="outline-mark" data-tone="none">
          <span className="outline-dash" aria-hidden />
          <span className="unseen">
            <FormattedMessage id="editor.mark.untouched" />
          </span>
        </span>
      );
  }
};

type OutlineProps = {
  readonly currentSection: string;
  readonly currentField: FieldPath | null;
  readonly onGoToSection: (section: string) => void;
  readonly onGoToField: (field: FieldPath) => void;
};

/** Where am I: the sections with one mark each, and the fields of the current one. */
export const Outline = (props: OutlineProps) => {
  const { session } = useEditor();
  // The keys come first: the marks follow when they leave it time, and only what they say.
  const marked = useDeferredValue(
    useSessionPart(session, ({ findings, completeness }) => ({ findings, completeness })),
  );
  const fields = templateFields(session.template);
  const asked = useDeferredValue(
    useSessionPart(session, ({ values }) => fields.filter((field) => isAsked(field, values))),
  );
  const answered = useDeferredValue(
    useSessionPart(session, ({ values }) => fields.filter((field) => isAnswered(field, values))),
  );
  return <MarkedOutline {...props} {...marked} askedFields={asked} answeredFields={answered} />;
};

type MarkedProps = OutlineProps &
  Pick<SessionSnapshot, 'findings' | 'completeness'> & {
    readonly askedFields: readonly TemplateField[];
    readonly answeredFields: readonly TemplateField[];
  };

const MarkedOutline = memo((props: MarkedProps) => {
  const { currentSection, currentField, onGoToSection, onGoToField } = props;
  const { findings, completeness, askedFields, answeredFields } = props;
  const { session } = useEditor();
  const { formatMessage } = useIntl();
  const read = useLocalized();
  const numbered = numberedFields(session.template);
  const firstField = numbered[0]?.field.id ?? '';
  const { answered, asked } = completeness;
  const done = formatMessage({ id: 'editor.answered' }, { answered, asked });
  return (
    <nav className="outline" aria-label={formatMessage({ id: 'editor.outline' })}>
      <button type="button" className="skip" onClick={() => onGoToField(currentField ?? firstField)}>
        <FormattedMessage id="editor.outline.skip" />
      </button>
      <ol>
        {session.template.sections.map((section, index) => {
          const state = completeness.sections.find((candidate) => candidate.section === section.id);
          if (state === undefined || state.asked === 0) return null;
          const isCurrent = section.id === currentSection;
          return (
            <li key={section.id}>
              <button
                type="button"
                className="outline-section"
                aria-current={isCurrent ? 'true' : undefined}
                onClick={() => onGoToSection(section.id)}
              >
                <span className="outline-number" aria-hidden>
                  {roman(index + 1)}
                </span>
                <span>{read(section.title)}</span>
                <Mark {...state} />
              </button>
              {isCurrent && (
                <ol>
                  {numbered
                    .filter((entry) => entry.section === section && askedFields.includes(entry.field))
                    .map(({ field, number }) => {
                      const found = findingsOf(findings, field, field.id);
                      const errors = found.filter(({ severity }) => severity === 'error').length;
                      const warnings = found.filter(({ severity }) => severity === 'warning').length;
                      const isDone = answeredFields.includes(field);
                      const mark =
                        errors > 0 && (isDone || state.mark === 'errors')
                          ? 'errors'
                          : warnings > 0 && isDone
                            ? 'warnings'
                            : isDone
                              ? 'complete'
                              : 'untouched';
                      return (
                        <li key={field.id}>
                          <button
                            type="button"
                            className="outline-field"
                            aria-current={currentField === field.id ? 'true' : undefined}
                            onClick={() => onGoToField(field.id)}
                          >
                            <span className="outline-number" aria-hidden>
                              {number}
                            </span>
                            <span>{read(field.label)}</span>
                            <Mark mark={mark} errors={errors} warnings={warnings} />
                          </button>
                        </li>
                      );
                    })}
                </ol>
              )}
            </li>
          );
        })}
      </ol>
      <div className="outline-done">
        <ProgressBar label={done} value={answered} max={asked} isBare />
        <p aria-hidden>{done}</p>
      </div>
    </nav>
  );
});
MarkedOutline.displayName = 'MarkedOutline';
