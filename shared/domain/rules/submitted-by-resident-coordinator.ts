import { isFilled } from '#shared/domain/answered.ts';
import { routeOf } from '#shared/domain/submission-route.ts';
import type { Rule, RuleFinding } from './rule.ts';

/**
 * A concept note is submitted by the Resident Coordinator, or by all of them where it concerns several
 * countries; where there is none, by the route of the Operations Manual (domain.md, 3; official). What is
 * missing warns and never blocks. `params`: see `routeOf`. Says which countries nobody is named for, whose
 * endorsement is not given, and that the other route is not described. Nothing before the form's own
 * question, whether there is a coordinator, is answered.
 */
export const submittedByResidentCoordinator: Rule = (values, params) => {
  const route = routeOf(values, params);
  if (route.by === 'unknown') return [];
  const unrouted: readonly RuleFinding[] =
    route.countriesWithout.length > 0 && !isFilled(values[route.routePath])
      ? [{ path: route.routePath, code: 'route-missing', params: {} }]
      : [];
  if (route.by === 'other-route') return unrouted;
  const unnamed = route.unnamed;
  return [
    ...(unnamed.length === 0
      ? []
      : [
          {
            path: route.listPath,
            code: 'coordinators-missing' as const,
            params: { count: unnamed.length, countries: unnamed.join(' ') },
          },
        ]),
    ...route.coordinators
      .filter(({ state }) => state === 'asked' || state === 'not-asked' || state === 'declined')
      .map(({ statePath, country, state }) => ({
        path: statePath,
        code: 'endorsement-not-given' as const,
        params: { country, state },
      })),
    ...unrouted,
  ];
};
