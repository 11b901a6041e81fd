import type { networkFailureCodes } from './ipc/channels.ts';
import type { ProblemCode } from './sync/protocol.ts';

/** Why the link did not bring an answer of the Network. */
export type LinkFailureCode =
  | (typeof networkFailureCodes)[number]
  | 'captive-portal'
  | 'server-error'
  | 'bad-answer';

/** Why the store on this laptop could not do its work. `app-incomplete`: files of the app are missing, not of the store. */
export type StoreFailureCode =
  | 'app-incomplete'
  | 'store-full'
  | 'store-unopenable'
  | 'store-newer'
  | 'store-busy'
  | 'store-unreadable'
  | 'key-unavailable';

/** `version-damaged`: one version cannot be read; `version-gone`: it was thinned out, or never was here. */
export type HistoryFailureCode = 'version-damaged' | 'version-gone';

/** `form-missing`: the form of a document is not here yet; `form-unusable`: it is, and this version of the app cannot show it. */
export type FormFailureCode = 'form-missing' | 'form-unusable';

export const isFormFailure = (code: string): code is FormFailureCode =>
  code === 'form-missing' || code === 'form-unusable';

/** Why a bundle is not made: nobody could read it. `bundle-entry`: one part of it, a history or the queue, is too large. */
export type BundleSizeFailureCode = 'bundle-documents' | 'bundle-entries' | 'bundle-bytes' | 'bundle-entry';

/** `two-versions`: a field that two laptops changed waits for the person; `would-remove-many`: a removal does. */
export type FailureCode =
  | LinkFailureCode
  | StoreFailureCode
  | ProblemCode
  | 'two-versions'
  | 'would-remove-many'
  | HistoryFailureCode
  | FormFailureCode
  | BundleSizeFailureCode;

/** An expected failure: a code that decides, and the values that its sentence needs. */
export type Failure = {
  readonly code: FailureCode;
  readonly params?: Readonly<Record<string, string | number>>;
};
