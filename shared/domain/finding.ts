import type { FieldPath } from './field-path.ts';
import type { RuleSource, Severity } from './template.ts';

/** What a check can say. The window has one sentence for each: `finding.<code>` in the messages. */
export type FindingCode =
  | 'required'
  | 'wrong-kind'
  | 'too-short'
  | 'too-long'
  | 'too-few-words'
  | 'too-many-words'
  | 'too-few-items'
  | 'too-many-items'
  | 'below-minimum'
  | 'above-maximum'
  | 'amount-too-large'
  | 'file-too-large'
  | 'file-type'
  | 'not-an-option'
  | 'not-an-email'
  | 'not-a-url'
  | 'not-a-date'
  | 'not-a-month'
  | 'years-reversed'
  | 'no-longer-asked'
  | 'unknown-rule'
  | 'more-than-main-objectives'
  | 'began-before'
  | 'fewer-organizations'
  | 'indirect-cost-rate'
  | 'budget-without-organization'
  | 'ends-before-start'
  | 'no-meeting-date'
  | 'coordinators-missing'
  | 'endorsement-not-given'
  | 'route-missing'
  | 'budget-line-without-category'
  | 'budget-too-large'
  | 'stated-total-differs'
  | 'stated-currency-differs'
  | 'marker-missing'
  | 'few-government-entities'
  | 'few-stakeholder-kinds'
  | 'recorder-among-participants'
  | 'repeated-item'
  | 'stray-spaces'
  | 'term-refugees'
  | 'term-illegal'
  | 'unspelled-acronym'
  | 'not-measurable'
  | 'not-time-bound';

/** One thing that a check found, at the place it concerns. */
export type Finding = {
  readonly path: FieldPath;
  readonly code: FindingCode;
  readonly severity: Severity;
  readonly source: RuleSource;
  /**
   * Values for the sentence: limits, counts, names. Lengths in characters are code points; `start` and
   * `length` say where in a text it is, in UTF-16 units.
   */
  readonly params: Readonly<Record<string, string | number>>;
};

/** Tells findings apart; changes when what is said changes. */
export const findingKey = (finding: Finding): string =>
  `${finding.path} ${finding.code} ${JSON.stringify(finding.params)}`;
