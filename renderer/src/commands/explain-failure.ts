import { namedFailure } from '#renderer/data/store-failure.ts';
import type { Failure } from '#shared/errors.ts';
import { err, ok, type Result } from '#shared/result.ts';

/**
 * Runs something on the store. Every error becomes a failure with a name, so that saving goes on and the
 * screen never says less than it should; one that is not the store's own is also reported.
 */
export const tryStore = async <T>(run: () => Promise<T>): Promise<Result<T, Failure>> => {
  try {
    return ok(await run());
  } catch (error) {
    return err(namedFailure(error));
  }
};
