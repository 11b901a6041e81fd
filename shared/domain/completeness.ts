import { isAnswered } from './answered.ts';
import { isAsked } from './condition.ts';
import { rootOf } from './field-path.ts';
import type { FieldMap } from './field-value.ts';
import type { Finding } from './finding.ts';
import type { Template } from './template.ts';

/**
 * How far a section has come. `untouched`: nothing answered yet, but for what the app filled in by itself. The language
 * of the text is a setting, not a question: it is never counted.
 */
export type SectionCompleteness = {
  readonly section: string;
  readonly asked: number;
  readonly answered: number;
  readonly errors: number;
  readonly warnings: number;
  readonly mark: 'complete' | 'errors' | 'warnings' | 'untouched' | 'begun';
};

export type Completeness = {
  readonly sections: readonly SectionCompleteness[];
  readonly asked: number;
  readonly answered: number;
};

const markOf = (asked: number, answered: number, errors: number, warnings: number, isBegun: boolean) => {
  if (answered === 0 || (!isBegun && answered < asked)) return 'untouched';
  if (errors > 0) return 'errors';
  if (warnings > 0) return 'warnings';
  return answered === asked ? 'complete' : 'begun';
};

/** Counts, per section, the fields asked now, those answered, and what the checks found there. */
export const completenessOf = (
  template: Template,
  values: FieldMap,
  findings: readonly Finding[],
): Completeness => {
  const sections = template.sections.map((section): SectionCompleteness => {
    const askedFields = section.fields.filter((field) => isAsked(field, values));
    const ids = new Set(askedFields.map((field) => field.id));
    const here = findings.filter((finding) => ids.has(rootOf(finding.path)));
    const errors = here.filter((finding) => finding.severity === 'error').length;
    const warnings = here.filter((finding) => finding.severity === 'warning').length;
    const counted = askedFields.filter((field) => field.defaultFrom !== 'language');
    const done = counted.filter((field) => isAnswered(field, values));
    const isBegun = done.some((field) => field.defaultFrom === undefined);
    const [asked, answered] = [counted.length, done.length];
    return {
      section: section.id,
      asked,
      answered,
      errors,
      warnings,
      mark: markOf(asked, answered, errors, warnings, isBegun),
    };
  });
  const sum = (pick: (section: SectionCompleteness) => number) =>
    sections.reduce((total, section) => total + pick(section), 0);
  return { sections, asked: sum((s) => s.asked), answered: sum((s) => s.answered) };
};
