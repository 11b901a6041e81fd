import { isFilled } from '#shared/domain/answered.ts';
import { markerReasonId } from '#shared/domain/template.ts';
import { listParam, type Rule } from './rule.ts';

/**
 * Every proposal carries its markers for human rights, gender and child sensitivity, gender and child
 * explicitly so (domain.md, 3; official): each a score of 0 to 3 with its justification. What a required
 * field already says of itself is not said again. `params`: `fields`, the markers.
 */
export const allMarkers: Rule = (values, params) =>
  listParam(params, 'fields').flatMap((marker) => {
    if (!isFilled(values[marker])) return [{ path: marker, code: 'marker-missing' as const, params: {} }];
    const reason = markerReasonId(marker);
    return isFilled(values[reason]) ? [] : [{ path: reason, code: 'marker-missing' as const, params: {} }];
  });
