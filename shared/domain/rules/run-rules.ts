import type { FieldMap } from '#shared/domain/field-value.ts';
import type { Finding } from '#shared/domain/finding.ts';
import { afresh, type Recall } from '#shared/domain/recall.ts';
import type { Template } from '#shared/domain/template.ts';
import { type TextPlace, textPlaces } from '#shared/domain/text-places.ts';
import { allMarkers } from './all-markers.ts';
import { atLeastTwoOrganizations } from './at-least-two-organizations.ts';
import { beganAfter } from './began-after.ts';
import { budgetSums } from './budget-sums.ts';
import { endAfterStart } from './end-after-start.ts';
import { governmentAndStakeholders } from './government-and-stakeholders.ts';
import { indirectCostRate } from './indirect-cost-rate.ts';
import { mainObjectives } from './main-objectives.ts';
import { noRepeats } from './no-repeats.ts';
import { notMeasurable } from './not-measurable.ts';
import { notTimeBound } from './not-time-bound.ts';
import { oneRecorder } from './one-recorder.ts';
import type { Rule, RuleReading } from './rule.ts';
import { sixWeeksBeforeMeeting } from './six-weeks-before-meeting.ts';
import { straySpaces } from './stray-spaces.ts';
import { submittedByResidentCoordinator } from './submitted-by-resident-coordinator.ts';
import { terminology } from './terminology.ts';
import { unspelledAcronyms } from './unspelled-acronyms.ts';

/** Every rule that a template can switch on, by id; docs/rules.md says each in words. */
const rules: ReadonlyMap<string, Rule> = new Map([
  ['main-objectives', mainObjectives],
  ['began-after', beganAfter],
  ['at-least-two-organizations', atLeastTwoOrganizations],
  // What the first version of the concept note calls it.
  ['minimum-organizations', atLeastTwoOrganizations],
  ['indirect-cost-rate', indirectCostRate],
  ['end-after-start', endAfterStart],
  ['six-weeks-before-meeting', sixWeeksBeforeMeeting],
  ['submitted-by-resident-coordinator', submittedByResidentCoordinator],
  ['budget-sums', budgetSums],
  ['all-markers', allMarkers],
  ['government-and-stakeholders', governmentAndStakeholders],
  ['one-recorder', oneRecorder],
  ['no-repeats', noRepeats],
  ['stray-spaces', straySpaces],
  ['terminology', terminology],
  ['unspelled-acronyms', unspelledAcronyms],
  ['not-measurable', notMeasurable],
  ['not-time-bound', notTimeBound],
]);

export const knownRuleIds: readonly string[] = [...rules.keys()];

/** Runs the rules that a template switches on. A rule that this version does not know is a hint, not an error. */
export const runRules = (
  template: Template,
  values: FieldMap,
  recall: Recall = afresh,
): readonly Finding[] => {
  let texts: readonly TextPlace[] | undefined;
  const reading: RuleReading = {
    template,
    // Walked once for all rules, and only where one asks.
    get texts() {
      texts ??= textPlaces(template, values);
      return texts;
    },
    recall,
  };
  return template.rules.flatMap((use): readonly Finding[] => {
    const rule = rules.get(use.id);
    if (rule === undefined) {
      return [
        { path: '', code: 'unknown-rule', severity: 'hint', source: use.source, params: { rule: use.id } },
      ];
    }
    return rule(values, use.params, reading).map((found) => ({
      ...found,
      severity: use.severity,
      source: use.source,
    }));
  });
};
