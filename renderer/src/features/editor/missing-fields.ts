import type { Finding } from '#shared/domain/finding.ts';
import { type NumberedField, numberedFields, type Template } from '#shared/domain/template.ts';
import { findingsOf } from './field-findings.ts';

/**
 * The fields that keep a document from being whole: those with an error, which stop it, before those that are empty though
 * asked for; both in the order of the form.
 */
export const missingFields = (template: Template, findings: readonly Finding[]): readonly NumberedField[] => {
  const { stops = [], asks = [] } = Object.groupBy(numberedFields(template), ({ field }) => {
    const found = findingsOf(findings, field, field.id);
    if (found.some(({ severity }) => severity === 'error')) return 'stops';
    const isEmpty = found.some(({ severity, code }) => severity === 'warning' && code === 'required');
    return isEmpty ? 'asks' : 'none';
  });
  return [...stops, ...asks];
};
