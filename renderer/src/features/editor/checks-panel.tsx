import './checks-panel.css';
import { memo, useDeferredValue, useMemo, useState } from 'react';
import { FormattedMessage } from 'react-intl';
import type { SessionSnapshot } from '#renderer/commands/document-session.ts';
import { Checkbox } from '#renderer/components/checkbox.tsx';
import { placeFields } from '#renderer/finding-place.ts';
import { FindingList } from '#renderer/findings/finding-list.tsx';
import { FixesDone } from '#renderer/findings/fix-button.tsx';
import { useSessionPart, useValuesWithin } from '#renderer/hooks/use-document.ts';
import type { FieldPath } from '#shared/domain/field-path.ts';
import type { Finding } from '#shared/domain/finding.ts';
import { severities, type Template } from '#shared/domain/template.ts';
import { useEditor } from './editor-context.ts';
import type { TextSpan } from './focus-field.ts';

type ChecksPanelProps = {
  readonly currentField: FieldPath | null;
  readonly onGoTo: (path: FieldPath, span?: TextSpan) => void;
};

/** Where in a text a finding is, where it says so. */
const spanOf = ({ params: { start, length } }: Finding): TextSpan | undefined =>
  typeof start === 'number' && typeof length === 'number' ? { start, length } : undefined;

/** What the checks say, in three groups, each finding with the way to its field. */
export const ChecksPanel = (props: ChecksPanelProps) => {
  const { session } = useEditor();
  // The keys come first: the panel follows when they leave it time, and only what it shows.
  const { findings, template } = useDeferredValue(
    useSessionPart(session, ({ findings }) => ({ findings, template: session.template })),
  );
  const named = useMemo(() => placeFields(template), [template]);
  const values = useDeferredValue(useValuesWithin(session, named));
  return <Checked {...props} findings={findings} values={values} template={template} />;
};

type CheckedProps = ChecksPanelProps &
  Pick<SessionSnapshot, 'findings' | 'values'> & { readonly template: Template };

const Checked = memo(({ findings, values, template, currentField, onGoTo }: CheckedProps) => {
  const editor = useEditor();
  const [showsSources, setShowsSources] = useState(false);
  return (
    <div className="checks-body">
      <FixesDone press={editor} />
      {findings.length === 0 && (
        <p className="checks-none">
          <strong>
            <FormattedMessage id="editor.checks.none" />
          </strong>
        </p>
      )}
      {severities.map((severity) => {
        const group = findings.filter((finding) => finding.severity === severity);
        return (
          <FindingList
            key={severity}
            severity={severity}
            findings={group}
            values={values}
            head={<FormattedMessage id={`editor.checks.${severity}`} values={{ count: group.length }} />}
            press={editor}
            wayTo={(finding, words, name) => (
              <button
                type="button"
                className="text-button"
                aria-label={name}
                onClick={() => onGoTo(finding.path, spanOf(finding))}
              >
                {words}
              </button>
            )}
            currentField={currentField}
            showsSources={showsSources}
          />
        );
      })}
      <div className="checks-sources">
        <Checkbox isSelected={showsSources} onChange={setShowsSources}>
          <FormattedMessage id="editor.checks.sources" />
        </Checkbox>
      </div>
      <p className="checks-foot">
        <FormattedMessage id="editor.checks.foot" values={{ version: template.version }} />
      </p>
    </div>
  );
});
Checked.displayName = 'Checked';
