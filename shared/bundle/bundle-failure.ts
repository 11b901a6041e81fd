/** Why a bundle cannot be read. `place` names the entry or the part of the file. */
export const bundleFailureCodes = [
  'not-a-bundle',
  'truncated',
  'newer-format',
  'passphrase-needed',
  'wrong-passphrase',
  'damaged',
  'unsafe-name',
  'duplicate-name',
  'unknown-entry',
  'missing-entry',
  'wrong-hash',
  'too-large',
  'bad-manifest',
  'bad-document',
  'bad-history',
  'bad-outbox',
] as const;
export type BundleFailureCode = (typeof bundleFailureCodes)[number];

export type BundleFailure = { readonly code: BundleFailureCode; readonly place: string };
