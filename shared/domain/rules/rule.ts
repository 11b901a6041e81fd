import type { FieldPath } from '#shared/domain/field-path.ts';
import type { FieldMap } from '#shared/domain/field-value.ts';
import type { FindingCode } from '#shared/domain/finding.ts';
import type { RuleUse } from '#shared/domain/template.ts';

/** What a rule says: where, which sentence, with which values. Severity and source are the template's. */
export type RuleFinding = {
  readonly path: FieldPath;
  readonly code: FindingCode;
  readonly params: Readonly<Record<string, string | number>>;
};

/** A named rule that spans fields. Pure; its parameters come from the template. */
export type Rule = (values: FieldMap, params: RuleUse['params']) => readonly RuleFinding[];

export const textParam = (params: RuleUse['params'], name: string): string => String(params[name] ?? '');

export const numberParam = (params: RuleUse['params'], name: string, fallback: number): number => {
  const value = params[name];
  return typeof value === 'number' ? value : fallback;
};
