import { isFilled } from '#shared/domain/answered.ts';
import { type Rule, textParam } from './rule.ts';

/**
 * To be examined at a meeting of the Steering Committee, a concept note must be in at least six weeks
 * before (domain.md, 3; official). A check reads no clock: it says only that the six weeks cannot be counted
 * while no meeting is named. How many days are left is `deadlinePlan`'s, which takes the time as a parameter
 * and reads `days` and `zone` from this same use of the rule. `params`: `field`, the date of the meeting;
 * `days`, 42; `zone`, where the meeting is held.
 */
export const sixWeeksBeforeMeeting: Rule = (values, params) => {
  const path = textParam(params, 'field');
  return isFilled(values[path]) ? [] : [{ path, code: 'no-meeting-date', params: {} }];
};
