import type { IntlShape } from 'react-intl';
import type { Failure } from '#shared/errors.ts';

/** A failure in the person's words: what happened, and what they can do. */
export type FailureText = { readonly what: string; readonly next: string };

/** The one place that turns failure codes into sentences. */
export const failureText = (intl: IntlShape, failure: Failure): FailureText => ({
  what: intl.formatMessage({ id: `failure.${failure.code}.what` }, failure.params),
  next: intl.formatMessage({ id: `failure.${failure.code}.next` }, failure.params),
});
