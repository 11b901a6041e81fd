import type { FieldPath } from '#shared/domain/field-path.ts';
import type { FieldMap } from '#shared/domain/field-value.ts';
import type { FindingCode } from '#shared/domain/finding.ts';
import type { Recall } from '#shared/domain/recall.ts';
import type { RuleUse, Template } from '#shared/domain/template.ts';
import type { TextPlace } from '#shared/domain/text-places.ts';

/** What a rule says: where, which sentence, with which values. Severity and source are the template's. */
export type RuleFinding = {
  readonly path: FieldPath;
  readonly code: FindingCode;
  readonly params: Readonly<Record<string, string | number>>;
};

/** For the rules that read every text of the form: the form, its texts in their order, and what was read before. */
export type RuleReading = {
  readonly template: Template;
  readonly texts: readonly TextPlace[];
  readonly recall: Recall;
};

/** A named rule that spans fields. Pure; its parameters come from the template. */
export type Rule = (
  values: FieldMap,
  params: RuleUse['params'],
  reading: RuleReading,
) => readonly RuleFinding[];

export const textParam = (params: RuleUse['params'], name: string): string => String(params[name] ?? '');

export const numberParam = (params: RuleUse['params'], name: string, fallback: number): number => {
  const value = params[name];
  return typeof value === 'number' ? value : fallback;
};

/** A list of words or of field ids; one word alone is a list as well. */
export const listParam = (params: RuleUse['params'], name: string): readonly string[] => {
  const value = params[name];
  if (value === undefined) return [];
  return Array.isArray(value) ? value : [String(value)];
};
