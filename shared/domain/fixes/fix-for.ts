import type { FieldMap } from '#shared/domain/field-value.ts';
import type { Finding } from '#shared/domain/finding.ts';
import type { ItemId } from '#shared/domain/ids.ts';
import { withoutStraySpaces } from '#shared/domain/rules/stray-spaces.ts';
import type { Template } from '#shared/domain/template.ts';
import type { Fix } from './fix.ts';
import { removeRepeat } from './remove-repeat.ts';

/** What mail programs and web pages put around an address. */
const bareAddress = (text: string): string =>
  text
    .trim()
    .replace(/^mailto:/i, '')
    .replace(/^<+|[>;,.]+$/g, '')
    .trim();

const swappedDates = (end: string, values: FieldMap, template: Template): Fix | null => {
  const use = template.rules.find(({ id, params }) => id === 'end-after-start' && params.end === end);
  const start = String(use?.params.start ?? '');
  const [from, to] = [values[start], values[end]];
  if (from === undefined || to === undefined) return null;
  return {
    code: 'swap-dates',
    params: {},
    edits: [
      { path: start, value: to },
      { path: end, value: from },
    ],
  };
};

/**
 * The mechanical fix of a finding; null where a person has something to decide (which word to use, what to
 * leave out). Pure: the edits follow from the finding and the values that stand now.
 */
export const fixFor = (finding: Finding, values: FieldMap, template: Template): Fix | null => {
  const { path, params } = finding;
  const value = values[path];
  switch (finding.code) {
    case 'indirect-cost-rate': {
      const { allowed, organization = '', number = 0, rateBasisPoints = 0 } = params;
      if (typeof allowed !== 'number') return null;
      const words = { organization, number, rateBasisPoints };
      return { code: 'use-allowed-rate', params: words, edits: [{ path, value: allowed }] };
    }
    case 'stated-total-differs': {
      const { budgetMinor, currency } = params;
      if (typeof budgetMinor !== 'number' || typeof currency !== 'string') return null;
      const total = { minor: budgetMinor, currency };
      return { code: 'use-budget-total', params: { ...total }, edits: [{ path, value: total }] };
    }
    case 'years-reversed': {
      if (typeof value !== 'object' || !('from' in value) || value.to === 'present') return null;
      return { code: 'swap-years', params: {}, edits: [{ path, value: { from: value.to, to: value.from } }] };
    }
    case 'ends-before-start':
      return swappedDates(path, values, template);
    case 'stray-spaces':
      return typeof value === 'string'
        ? { code: 'tidy-spaces', params: {}, edits: [{ path, value: withoutStraySpaces(value) }] }
        : null;
    case 'not-an-email': {
      const address = typeof value === 'string' ? bareAddress(value) : '';
      if (address === value || !/^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/u.test(address)) return null;
      return { code: 'clean-address', params: { address }, edits: [{ path, value: address }] };
    }
    case 'repeated-item': {
      const [list = '', item = ''] = path.split('/');
      const { first = '', name = '' } = params;
      return removeRepeat(values, list, item as ItemId, String(first) as ItemId, String(name));
    }
    default:
      return null;
  }
};
