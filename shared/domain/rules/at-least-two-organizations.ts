import { listItems } from '#shared/domain/list-items.ts';
import { numberParam, type Rule, textParam } from './rule.ts';

/**
 * A joint programme has at least two participating UN organizations (domain.md, 3; assumed). None at all is
 * what the field itself reports. `params`: `field`, the list; `min`, 2 where it is not said.
 */
export const atLeastTwoOrganizations: Rule = (values, params) => {
  const path = textParam(params, 'field');
  const limit = numberParam(params, 'min', 2);
  const actual = listItems(values, path).length;
  return actual > 0 && actual < limit
    ? [{ path, code: 'fewer-organizations', params: { limit, actual } }]
    : [];
};
