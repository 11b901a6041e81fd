import { storeFailure } from '#renderer/data/store-failure.ts';
import type { Failure } from '#shared/errors.ts';
import { err, ok, type Result } from '#shared/result.ts';

/** Runs something on the store; a failure of the store is a value, a broken assumption throws on. */
export const tryStore = async <T>(run: () => Promise<T>): Promise<Result<T, Failure>> => {
  try {
    return ok(await run());
  } catch (error) {
    const failure = storeFailure(error);
    if (failure === undefined) throw error;
    return err(failure);
  }
};
