import { type FieldPath, isWithin } from '#shared/domain/field-path.ts';
import type { Finding } from '#shared/domain/finding.ts';
import { markerReasonId, type Severity, type TemplateField } from '#shared/domain/template.ts';

/** Findings at a field and below it; a marker's justification belongs to the marker. */
export const findingsOf = (
  findings: readonly Finding[],
  field: TemplateField,
  path: FieldPath,
): readonly Finding[] =>
  findings.filter(
    (finding) =>
      isWithin(finding.path, path) || (field.kind === 'marker' && finding.path === markerReasonId(path)),
  );

/** The worst severity among findings; null when there are none. */
export const worstOf = (findings: readonly Finding[]): Severity | null => {
  const has = (severity: Severity) => findings.some((finding) => finding.severity === severity);
  return has('error') ? 'error' : has('warning') ? 'warning' : has('hint') ? 'hint' : null;
};

/** Same findings in the same order, whatever the arrays. */
export const sameFindings = (a: readonly Finding[], b: readonly Finding[]): boolean =>
  a === b ||
  (a.length === b.length &&
    a.every((finding, index) => {
      const other = b[index];
      return (
        finding === other ||
        (finding.path === other?.path &&
          finding.code === other.code &&
          JSON.stringify(finding.params) === JSON.stringify(other.params))
      );
    }));
