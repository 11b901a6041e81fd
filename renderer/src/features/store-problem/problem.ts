import type { FailureCode, StoreFailureCode } from '#shared/errors.ts';

const problems: Readonly<Record<StoreFailureCode, true>> = {
  'app-incomplete': true,
  'store-full': true,
  'store-unopenable': true,
  'store-newer': true,
  'store-busy': true,
  'store-unreadable': true,
  'key-unavailable': true,
};

const isProblem = (code: FailureCode): code is StoreFailureCode => Object.hasOwn(problems, code);

/** Which advice fits; whatever else stops the store from opening is advised as unopenable. */
export const problemOf = (code: FailureCode): StoreFailureCode =>
  isProblem(code) ? code : 'store-unopenable';
