import type { Finding } from '#shared/domain/finding.ts';
import { type NumberedField, numberedFields, type Template } from '#shared/domain/template.ts';
import { findingsOf } from './field-findings.ts';

/** The fields that keep a document from being whole, in the order of the form: with an error, or empty though asked for. */
export const missingFields = (template: Template, findings: readonly Finding[]): readonly NumberedField[] =>
  numberedFields(template).filter(({ field }) =>
    findingsOf(findings, field, field.id).some(
      ({ severity, code }) => severity === 'error' || (severity === 'warning' && code === 'required'),
    ),
  );
