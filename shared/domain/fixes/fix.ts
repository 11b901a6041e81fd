import type { FieldPath } from '#shared/domain/field-path.ts';
import type { FieldValue } from '#shared/domain/field-value.ts';

/** What a button of a mechanical fix says: `fix.<code>` in the messages. */
export type FixCode =
  | 'use-allowed-rate'
  | 'use-budget-total'
  | 'swap-years'
  | 'swap-dates'
  | 'tidy-spaces'
  | 'clean-address'
  | 'remove-repeat';

/** One place and what is to stand there; undefined clears it. */
export type FixEdit = { readonly path: FieldPath; readonly value: FieldValue | undefined };

/** A change that follows from what is written, with nothing to decide and no word lost. */
export type Fix = {
  readonly code: FixCode;
  /** Values for the words on the button. */
  readonly params: Readonly<Record<string, string | number>>;
  readonly edits: readonly FixEdit[];
};
