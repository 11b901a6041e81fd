import { listKinds, setKinds, textKinds } from '#shared/domain/field-kinds.ts';
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
import { needed, optional, type RuleParam, type RuleParams, termsByLanguage } from './rule-params.ts';
import { sixWeeksBeforeMeeting } from './six-weeks-before-meeting.ts';
import { straySpaces } from './stray-spaces.ts';
import { submittedByResidentCoordinator } from './submitted-by-resident-coordinator.ts';
import { terminology, termSubjects } from './terminology.ts';
import { unspelledAcronyms } from './unspelled-acronyms.ts';

type KnownRule = { readonly run: Rule; readonly params: RuleParams };

const oneOf = (...kinds: NonNullable<RuleParam['kinds']>): RuleParam => needed('field', { kinds });
const listOf = (...having: readonly string[]): RuleParam => needed('field', { kinds: listKinds, having });
const texts = needed('fields', { kinds: textKinds });
const organizations = optional('field', { otherwise: 'organizations', kinds: listKinds });
const fewOrganizations: KnownRule = {
  run: atLeastTwoOrganizations,
  params: { field: listOf(), min: optional('number') },
};

/** Every rule that a template can switch on, by id; docs/rules.md says each in words. */
const rules: ReadonlyMap<string, KnownRule> = new Map<string, KnownRule>([
  [
    'main-objectives',
    { run: mainObjectives, params: { field: oneOf(...setKinds), max: optional('number') } },
  ],
  ['began-after', { run: beganAfter, params: { field: oneOf('yearRange'), from: needed('month') } }],
  ['at-least-two-organizations', fewOrganizations],
  // What the first version of the concept note calls it.
  ['minimum-organizations', fewOrganizations],
  [
    'indirect-cost-rate',
    {
      run: indirectCostRate,
      params: { field: oneOf('budget'), rateBasisPoints: optional('number'), organizations },
    },
  ],
  [
    'end-after-start',
    { run: endAfterStart, params: { start: oneOf('date', 'month'), end: oneOf('date', 'month') } },
  ],
  [
    'six-weeks-before-meeting',
    {
      run: sixWeeksBeforeMeeting,
      params: { field: oneOf('date'), days: optional('number'), zone: optional('zone') },
    },
  ],
  [
    'submitted-by-resident-coordinator',
    {
      run: submittedByResidentCoordinator,
      params: {
        countries: oneOf('countries'),
        question: oneOf('yesNo'),
        field: listOf('country', 'name', 'state'),
        without: oneOf('countries'),
        route: oneOf(...textKinds),
      },
    },
  ],
  [
    'budget-sums',
    {
      run: budgetSums,
      params: {
        field: oneOf('budget'),
        organizations,
        currency: optional('field', { kinds: ['currency'] }),
        stated: optional('field', { kinds: ['money'] }),
      },
    },
  ],
  ['all-markers', { run: allMarkers, params: { fields: needed('fields', { kinds: ['marker'] }) } }],
  [
    'government-and-stakeholders',
    {
      run: governmentAndStakeholders,
      params: {
        government: listOf('name'),
        stakeholders: listOf('type'),
        minGovernment: optional('number'),
        minKinds: optional('number'),
      },
    },
  ],
  [
    'one-recorder',
    {
      run: oneRecorder,
      params: {
        recorder: oneOf(...textKinds),
        type: oneOf('choice', 'choices'),
        joint: needed('words', { optionsOf: 'type' }),
        field: listOf('name'),
      },
    },
  ],
  ['no-repeats', { run: noRepeats, params: { fields: needed('list/field', { kinds: textKinds }) } }],
  ['stray-spaces', { run: straySpaces, params: {} }],
  [
    'terminology',
    {
      run: terminology,
      params: {
        about: needed('word', { known: termSubjects }),
        ...termsByLanguage,
        except: optional('words'),
        unless: optional('field', { kinds: ['yesNo'] }),
      },
    },
  ],
  [
    'unspelled-acronyms',
    {
      run: unspelledAcronyms,
      params: { known: optional('words'), except: optional('any fields', { kinds: textKinds }) },
    },
  ],
  [
    'not-measurable',
    {
      run: notMeasurable,
      params: {
        fields: needed('fields', { kinds: [...textKinds, 'integer', 'money'] }),
        references: optional('words'),
      },
    },
  ],
  [
    'not-time-bound',
    {
      run: notTimeBound,
      params: { texts, dates: optional('fields', { kinds: ['date', 'month', 'yearRange'] }) },
    },
  ],
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
