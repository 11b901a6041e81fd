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
import { needed, optional, type RuleParams, termsByLanguage } from './rule-params.ts';
import { sixWeeksBeforeMeeting } from './six-weeks-before-meeting.ts';
import { straySpaces } from './stray-spaces.ts';
import { submittedByResidentCoordinator } from './submitted-by-resident-coordinator.ts';
import { terminology, termSubjects } from './terminology.ts';
import { unspelledAcronyms } from './unspelled-acronyms.ts';

type KnownRule = { readonly run: Rule; readonly params: RuleParams };

const field = needed('field');
const organizations = optional('field', { otherwise: 'organizations' });
const fewOrganizations: KnownRule = {
  run: atLeastTwoOrganizations,
  params: { field, min: optional('number') },
};

/** Every rule that a template can switch on, by id; docs/rules.md says each in words. */
const rules: ReadonlyMap<string, KnownRule> = new Map<string, KnownRule>([
  ['main-objectives', { run: mainObjectives, params: { field, max: optional('number') } }],
  ['began-after', { run: beganAfter, params: { field, from: needed('word') } }],
  ['at-least-two-organizations', fewOrganizations],
  // What the first version of the concept note calls it.
  ['minimum-organizations', fewOrganizations],
  [
    'indirect-cost-rate',
    { run: indirectCostRate, params: { field, rateBasisPoints: optional('number'), organizations } },
  ],
  ['end-after-start', { run: endAfterStart, params: { start: field, end: field } }],
  [
    'six-weeks-before-meeting',
    { run: sixWeeksBeforeMeeting, params: { field, days: optional('number'), zone: optional('word') } },
  ],
  [
    'submitted-by-resident-coordinator',
    {
      run: submittedByResidentCoordinator,
      params: { countries: field, question: field, field, without: field, route: field },
    },
  ],
  [
    'budget-sums',
    {
      run: budgetSums,
      params: { field, organizations, currency: optional('field'), stated: optional('field') },
    },
  ],
  ['all-markers', { run: allMarkers, params: { fields: needed('fields') } }],
  [
    'government-and-stakeholders',
    {
      run: governmentAndStakeholders,
      params: {
        government: field,
        stakeholders: field,
        minGovernment: optional('number'),
        minKinds: optional('number'),
      },
    },
  ],
  [
    'one-recorder',
    { run: oneRecorder, params: { recorder: field, type: field, joint: needed('words'), field } },
  ],
  ['no-repeats', { run: noRepeats, params: { fields: needed('list/field') } }],
  ['stray-spaces', { run: straySpaces, params: {} }],
  [
    'terminology',
    {
      run: terminology,
      params: {
        about: needed('word', { known: termSubjects }),
        ...termsByLanguage,
        except: optional('words'),
        unless: optional('field'),
      },
    },
  ],
  [
    'unspelled-acronyms',
    { run: unspelledAcronyms, params: { known: optional('words'), except: optional('any fields') } },
  ],
  [
    'not-measurable',
    { run: notMeasurable, params: { fields: needed('fields'), references: optional('words') } },
  ],
  ['not-time-bound', { run: notTimeBound, params: { texts: needed('fields'), dates: optional('fields') } }],
]);

export const knownRuleIds: readonly string[] = [...rules.keys()];

/** What a rule takes and needs; undefined for one that this version does not know. */
export const paramsOfRule = (id: string): RuleParams | undefined => rules.get(id)?.params;

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
    return rule.run(values, use.params, reading).map((found) => ({
      ...found,
      severity: use.severity,
      source: use.source,
    }));
  });
};
