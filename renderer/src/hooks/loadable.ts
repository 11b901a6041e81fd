import type { Failure } from '#shared/errors.ts';

/** What every view answers for: loading, failed, or here it is (empty is a value). */
export type Loadable<T> =
  | { readonly state: 'loading' }
  | { readonly state: 'failed'; readonly failure: Failure }
  | { readonly state: 'ready'; readonly value: T };
