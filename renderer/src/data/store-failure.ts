import { Dexie } from 'dexie';
import type { Failure, StoreFailureCode } from '#shared/errors.ts';

const codes: Readonly<Record<string, StoreFailureCode>> = {
  QuotaExceededError: 'store-full',
  VersionError: 'store-newer',
  OpenFailedError: 'store-unopenable',
  MissingAPIError: 'store-unopenable',
  InvalidStateError: 'store-unopenable',
  DatabaseClosedError: 'store-unopenable',
  UnknownError: 'store-unopenable',
  NotFoundError: 'store-unopenable',
  DataError: 'store-unopenable',
  SecurityError: 'store-unopenable',
  TimeoutError: 'store-busy',
  BlockedError: 'store-busy',
  OperationError: 'store-unreadable',
  SyntaxError: 'store-unreadable',
  AppFilesError: 'app-incomplete',
};

/** Names of an error and of everything that it wraps (Dexie wraps the store's own errors). */
const namesOf = (error: unknown, depth = 0): readonly string[] => {
  if (typeof error !== 'object' || error === null || depth > 5) return [];
  const { name, inner, cause } = error as { name?: unknown; inner?: unknown; cause?: unknown };
  return [...namesOf(inner ?? cause, depth + 1), ...(typeof name === 'string' ? [name] : [])];
};

/** Rows that do not fit their schema, or do not open under this key. */
export class UnreadableRowError extends Error {
  override readonly name = 'OperationError';
}

/** Files of the app itself could not be read: nothing is wrong with the store, and nothing of it may be replaced. */
export class AppFilesError extends Error {
  override readonly name = 'AppFilesError';
}

/**
 * As `storeFailure`, with a name for everything: an error that is not the store's own is reported, and
 * what asked goes on as if the store could not be opened, so that saving and sending never just end.
 */
export const namedFailure = (error: unknown): Failure => {
  const failure = storeFailure(error);
  if (failure === undefined) reportError(error);
  return failure ?? { code: 'store-unopenable' };
};

/** Whether an error is about one document's rows and not about the store. */
export const isUnreadable = (error: unknown): boolean => storeFailure(error)?.code === 'store-unreadable';

/** The store was written by a newer version of the app. */
export class NewerStoreError extends Error {
  override readonly name = 'VersionError';
}

/**
 * The named state behind an error of the store, innermost cause first; undefined when the error is
 * not the store's but a broken assumption of ours, which must be thrown on.
 */
export const storeFailure = (error: unknown): Failure | undefined => {
  const known = namesOf(error).find((name) => codes[name] !== undefined);
  if (known !== undefined) return { code: codes[known] as StoreFailureCode };
  return error instanceof Dexie.DexieError ? { code: 'store-unopenable' } : undefined;
};
