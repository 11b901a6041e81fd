import { budgetTotals } from '#shared/domain/budget.ts';
import { isCalendarMonth } from '#shared/domain/calendar.ts';
import { subPath } from '#shared/domain/field-path.ts';
import type { FieldMap } from '#shared/domain/field-value.ts';
import { listItems } from '#shared/domain/list-items.ts';
import { plainAmount } from '#shared/domain/money.ts';
import type { Language } from '#shared/domain/template.ts';
import type { Vocabulary } from '#shared/domain/vocabulary.ts';
import { typedText } from '../text.ts';
import { element, type XmlElement, xmlDocument } from '../xml-element.ts';
import { budgetPeriods, monthsAfter } from './budget-periods.ts';
import { organizationRef } from './organization-refs.ts';
import { recipients } from './recipients.ts';
import { resultElements } from './results.ts';

export type IatiOptions = {
  /** The document's id: the second half of the activity's identifier. */
  readonly id: string;
  /** Of what was written. */
  readonly language: Language;
  /** Moment of the export, ISO 8601 in UTC. */
  readonly generatedAt: string;
  readonly withContacts: boolean;
};

/**
 * What the file says otherwise than the document, or not at all: the convening organization has no identifier that we
 * know; the start, the duration, the currency, the text or the amount is not written yet; files have no address; indicators lack.
 */
export type IatiRemark =
  | 'organization-without-identifier'
  | 'start-assumed'
  | 'duration-assumed'
  | 'currency-assumed'
  | 'title-stands-for-description'
  | 'no-budget'
  | 'regions-left-out'
  | 'files-left-out'
  | 'results-without-indicators-left-out';

/** The question that each remark is about. */
export const iatiRemarkFields: Readonly<Record<IatiRemark, string>> = {
  'organization-without-identifier': 'conveningOrganization',
  'start-assumed': 'startMonth',
  'duration-assumed': 'durationMonths',
  'currency-assumed': 'currency',
  'title-stands-for-description': 'context',
  'no-budget': 'budget',
  'regions-left-out': 'regions',
  'files-left-out': 'letters',
  'results-without-indicators-left-out': 'outcomes',
};

/** What stands where the note says nothing and IATI wants a word; each is told as a remark. */
const assumedMonths = 12;
const assumedCurrency = 'USD';

/** The Guide's own lists have no code of IATI: they go under vocabulary 99, with the resolution as their address. */
const compact = { vocabulary: '99', 'vocabulary-uri': 'https://undocs.org/en/A/RES/73/195' };
/** Codelist OrganisationType. */
const organizationTypes: Readonly<Record<string, string>> = {
  government: '10',
  'local-authority': '11',
  'civil-society': '22',
  'migrant-or-diaspora-organization': '22',
  employers: '70',
  'trade-union': '22',
  academia: '80',
};

/**
 * A concept note as an activity of IATI 2.03 in preparation (status 1, pipeline). The order of elements is that of
 * iati-activities-schema.xsd 2.03; codes are those of the codelists that each attribute names there. Sector 15190 of
 * the DAC is "Facilitation of orderly, safe, regular and responsible migration and mobility".
 */
export const iatiFile = (
  values: FieldMap,
  vocabulary: Vocabulary,
  { id, language, generatedAt, withContacts }: IatiOptions,
): { readonly xml: string; readonly remarks: readonly IatiRemark[] } => {
  const remarks: IatiRemark[] = [];
  const text = (path: string): string => typedText(values[path]);
  const codes = (path: string): readonly string[] => {
    const value = values[path];
    return Array.isArray(value)
      ? (value as readonly string[])
          .filter((code) => typedText(code) !== '')
          .sort((a, b) => a.localeCompare(b, 'en', { numeric: true }))
      : [];
  };
  const narrative = (of: string, lang: Language = language): XmlElement =>
    element('narrative', lang === language ? {} : { 'xml:lang': lang }, of);
  const named = (of: { readonly name: { readonly [L in Language]?: string } & { readonly en: string } }) =>
    narrative(of.name[language] ?? of.name.en, of.name[language] === undefined ? 'en' : language);
  const termNarrative = (list: 'objectives' | 'sdgTargets' | 'thematicAreas', code: string) => {
    const term = vocabulary[list].find((one) => one.code === code);
    return term === undefined ? [narrative(code)] : [named(term)];
  };

  const organizations = listItems(values, 'organizations').map((item) => ({
    item,
    name: text(subPath('organizations', item, 'name')),
    acronym: text(subPath('organizations', item, 'acronym')),
  }));
  const convening = text('conveningOrganization') || organizations[0]?.name || '—';
  const acronym = organizations.find(({ name }) => name === convening)?.acronym ?? '';
  const knownRef = organizationRef(convening, acronym);
  if (knownRef === undefined) remarks.push('organization-without-identifier');
  const ref = knownRef ?? 'XM-UNREGISTERED';

  const title = text('title') || 'Concept note';
  const descriptions = [
    ['1', text('context')],
    ['2', text('theoryOfChange')],
    ['4', text('strategy')],
  ].filter(([, written]) => written !== '');
  if (descriptions.length === 0) remarks.push('title-stands-for-description');

  const month = text('startMonth');
  if (!isCalendarMonth(month)) remarks.push('start-assumed');
  const start = isCalendarMonth(month) ? `${month}-01` : generatedAt.slice(0, 10);
  const wantedMonths = values.durationMonths;
  const months =
    typeof wantedMonths === 'number' && wantedMonths >= 1 && wantedMonths <= 600 ? wantedMonths : null;

  const lasting = months ?? assumedMonths;
  const chosenCurrency = text('currency');
  const currency = chosenCurrency || assumedCurrency;
  const total = budgetTotals(
    values,
    'budget',
    organizations.map(({ item }) => item),
  ).total;
  if (total <= 0) remarks.push('no-budget');
  else if (chosenCurrency === '') remarks.push('currency-assumed');
  const places = recipients(codes('countries'), codes('regions'));
  if (places.leftOut) remarks.push('regions-left-out');
  if (listItems(values, 'letters').length > 0) remarks.push('files-left-out');
  const results = resultElements(values, start, lasting, narrative);
  if (months === null && (total > 0 || results.elements.length > 0)) remarks.push('duration-assumed');
  if (results.leftOut) remarks.push('results-without-indicators-left-out');

  const organization = (name: string, role: string, type: string, itsRef?: string): XmlElement =>
    element('participating-org', { ref: itsRef, type, role }, [narrative(name)]);
  const marker = (field: string): string | null => {
    const score = values[field];
    return [0, 1, 2, 3].some((one) => one === score) ? String(score) : null;
  };
  // The Network's markers go from 0 to 3, the DAC's from 0 to 2: a slight contribution (1) is no objective there.
  const dac = (score: string): string => String(Math.max(0, Number(score) - 1));
  const ownMarker = (field: string, code: string): readonly XmlElement[] => {
    const score = marker(field);
    const reason = text(`${field}Reason`);
    return score === null
      ? []
      : [
          element('policy-marker', { ...compact, code }, [
            narrative(`${score}/3${reason === '' ? '' : `. ${reason}`}`),
          ]),
        ];
  };
  const gender = marker('genderMarker');
  const contacts = organizations.flatMap(({ item, name }) => {
    const [person, email] = [
      text(subPath('organizations', item, 'contactName')),
      text(subPath('organizations', item, 'contactEmail')),
    ];
    return person === '' && email === ''
      ? []
      : [
          element('contact-info', { type: '1' }, [
            ...(name === '' ? [] : [element('organisation', {}, [narrative(name)])]),
            ...(person === '' ? [] : [element('person-name', {}, [narrative(person)])]),
            ...(email === '' ? [] : [element('email', {}, email)]),
          ]),
        ];
  });
  const area = text('thematicArea');

  const activity = element(
    'iati-activity',
    {
      'xml:lang': language,
      'default-currency': chosenCurrency || undefined,
      'last-updated-datetime': generatedAt,
    },
    [
      element('iati-identifier', {}, `${ref}-${id}`),
      element('reporting-org', { ref, type: '40' }, [narrative(convening)]),
      element('title', {}, [narrative(title)]),
      ...(descriptions.length === 0 ? [['1', title]] : descriptions).map(([type, written]) =>
        element('description', { type }, [narrative(written ?? '')]),
      ),
      organization('Migration Multi-Partner Trust Fund', '1', '40'),
      organization(convening, '2', '40', knownRef),
      ...organizations
        .filter(({ name, acronym: short }) => name !== '' || short !== '')
        .map(({ name, acronym: short }) =>
          organization(name || short, '4', '40', organizationRef(name, short)),
        ),
      ...listItems(values, 'implementingPartners').flatMap((item) => {
        const name = text(subPath('implementingPartners', item, 'name'));
        const type = organizationTypes[text(subPath('implementingPartners', item, 'type'))] ?? '90';
        return name === '' ? [] : [organization(name, '4', type)];
      }),
      element('activity-status', { code: '1' }),
      element('activity-date', { type: '1', 'iso-date': start }),
      ...(months === null
        ? []
        : [element('activity-date', { type: '3', 'iso-date': monthsAfter(start, months).lastDay })]),
      ...(withContacts ? contacts : []),
      ...places.elements,
      element('sector', { vocabulary: '1', code: '15190', ...(area === '' ? {} : { percentage: '100' }) }),
      ...(area === ''
        ? []
        : [
            element(
              'sector',
              { ...compact, code: area, percentage: '100' },
              termNarrative('thematicAreas', area),
            ),
          ]),
      ...codes('sdgTargets').map((code) =>
        element(
          'tag',
          { vocabulary: code.includes('.') ? '3' : '2', code },
          termNarrative('sdgTargets', code),
        ),
      ),
      ...codes('objectives').map((code) =>
        element('tag', { ...compact, code }, termNarrative('objectives', code)),
      ),
      ...(gender === null
        ? []
        : [element('policy-marker', { vocabulary: '1', code: '1', significance: dac(gender) })]),
      ...ownMarker('humanRightsMarker', 'human-rights'),
      ...ownMarker('genderMarker', 'gender'),
      ...ownMarker('childMarker', 'child-sensitivity'),
      ...(total <= 0
        ? []
        : budgetPeriods(total, start, lasting).map((period) =>
            element('budget', { type: '1', status: '1' }, [
              element('period-start', { 'iso-date': period.start }),
              element('period-end', { 'iso-date': period.end }),
              element('value', { currency, 'value-date': period.start }, plainAmount(period.minor, currency)),
            ]),
          )),
      ...results.elements,
    ],
  );
  return {
    xml: xmlDocument(
      element('iati-activities', { version: '2.03', 'generated-datetime': generatedAt }, [activity]),
    ),
    remarks,
  };
};
