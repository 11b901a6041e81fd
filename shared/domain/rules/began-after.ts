import { type Rule, textParam } from './rule.ts';

/** Practices ideally began after the adoption of the Compact, December 2018 (domain.md, 2). */
export const beganAfter: Rule = (values, params) => {
  const path = textParam(params, 'field');
  const years = values[path];
  if (typeof years !== 'object' || !('from' in years)) return [];
  const [year = 0, month = 1] = textParam(params, 'from').split('-').map(Number);
  // Only years are asked for: a practice begun in the adoption year itself passes from December only.
  const firstFullYear = month > 1 ? year + 1 : year;
  return years.from < firstFullYear ? [{ path, code: 'began-before', params: { year: firstFullYear } }] : [];
};
