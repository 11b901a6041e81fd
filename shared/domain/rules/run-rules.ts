import type { FieldMap } from '#shared/domain/field-value.ts';
import type { Finding } from '#shared/domain/finding.ts';
import type { RuleUse } from '#shared/domain/template.ts';
import { beganAfter } from './began-after.ts';
import { endAfterStart } from './end-after-start.ts';
import { indirectCostRate } from './indirect-cost-rate.ts';
import { mainObjectives } from './main-objectives.ts';
import { minimumOrganizations } from './minimum-organizations.ts';
import type { Rule } from './rule.ts';

/** Every rule that a template can switch on, by id. */
const rules: ReadonlyMap<string, Rule> = new Map([
  ['main-objectives', mainObjectives],
  ['began-after', beganAfter],
  ['minimum-organizations', minimumOrganizations],
  ['indirect-cost-rate', indirectCostRate],
  ['end-after-start', endAfterStart],
]);

export const knownRuleIds: readonly string[] = [...rules.keys()];

/** Runs the rules that a template switches on. A rule that this version does not know is a hint, not an error. */
export const runRules = (uses: readonly RuleUse[], values: FieldMap): readonly Finding[] =>
  uses.flatMap((use): readonly Finding[] => {
    const rule = rules.get(use.id);
    if (rule === undefined) {
      return [
        { path: '', code: 'unknown-rule', severity: 'hint', source: use.source, params: { rule: use.id } },
      ];
    }
    return rule(values, use.params).map((found) => ({
      ...found,
      severity: use.severity,
      source: use.source,
    }));
  });
