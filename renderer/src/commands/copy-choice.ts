import type { Language } from '#shared/domain/template.ts';

/**
 * The ways out of the app for one document. `json`: to be brought in again, the whole document where its
 * contacts are asked for. `iati` is for concept notes,
 * `webform` for pledges; `email` is a letter with the Word file and the attachments.
 */
export type CopyFormat = 'word' | 'pdf' | 'print' | 'json' | 'iati' | 'webform' | 'email';

/** What a person chose for a copy that is read by people. */
export type CopyChoice = {
  /** Of the labels; null: that of the document. */
  readonly language: Language | null;
  /** Names and addresses of contacts. */
  readonly withContacts: boolean;
  /** Questions without an answer: shown with a dash, or left out. */
  readonly unanswered: 'dash' | 'omit';
};

/**
 * What came of it. `printing`: the print dialog was asked for. `not-written`: the folder did not take it. `not-made`:
 * the copy itself failed. `not-here`: the document cannot be read.
 */
export type CopyOutcome = 'saved' | 'cancelled' | 'printing' | 'not-written' | 'not-made' | 'not-here';

/** Saved, but not with everything: by name, what the file does not hold or holds otherwise than it was written. */
export type PartlySaved = { readonly outcome: 'saved-partly'; readonly leftOut: readonly string[] };
