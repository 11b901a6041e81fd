import { numberParam, type Rule, textParam } from './rule.ts';

/** The pledge form asks for the main three objectives; real pledges have up to eight (domain.md, 1). */
export const mainObjectives: Rule = (values, params) => {
  const path = textParam(params, 'field');
  const limit = numberParam(params, 'max', 3);
  const chosen = values[path];
  const actual = Array.isArray(chosen) ? chosen.length : 0;
  return actual > limit ? [{ path, code: 'more-than-main-objectives', params: { limit, actual } }] : [];
};
