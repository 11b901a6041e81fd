import { type Rule, textParam } from './rule.ts';

/** An end that lies before its start. Dates and months compare as text. */
export const endAfterStart: Rule = (values, params) => {
  const path = textParam(params, 'end');
  const start = values[textParam(params, 'start')];
  const end = values[path];
  const reversed = typeof start === 'string' && typeof end === 'string' && end !== '' && end < start;
  return reversed ? [{ path, code: 'ends-before-start', params: {} }] : [];
};
