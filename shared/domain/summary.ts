import type { Receipt } from '#shared/domain/receipt.ts';
import type { Failure } from '#shared/errors.ts';
import type { CivilDay } from './civil-day.ts';
import type { DocKind, Stage } from './document.ts';
import type { DocId } from './ids.ts';
import type { TemplateRef } from './template.ts';

/** What lists show of a document, without its contents. Times are milliseconds since 1970, UTC. */
export type DocumentSummary = {
  readonly id: DocId;
  readonly kind: DocKind;
  readonly template: TemplateRef;
  readonly stage: Stage;
  /** The round of the next submission; 1 at first. */
  readonly round: number;
  readonly title: string;
  /** Country codes of the vocabulary. */
  readonly countries: readonly string[];
  /** Objective codes "1" to "23". */
  readonly objectives: readonly string[];
  /** The document that this one is about: the pledge of an update; null where there is none. */
  readonly about: DocId | null;
  /** The last day to submit, by the calendar of its zone; null where no meeting is named or the form has no deadline. */
  readonly deadline: { readonly lastDay: CivilDay; readonly zone: string } | null;
  /** Names or acronyms of participating organizations. */
  readonly organizations: readonly string[];
  readonly errors: number;
  readonly warnings: number;
  /** Fields with two versions that wait for the person's choice. */
  readonly conflicts: number;
  readonly createdAt: number;
  readonly savedAt: number;
  /** The newest receipt. */
  readonly receipt: Receipt | null;
  /** True when what is on the screen is no longer what the newest receipt is for. */
  readonly changedSinceReceipt: boolean;
  /** Fields whose newest value the Network's copy of the draft does not have yet. */
  readonly unsentFields: number;
  /** Where it is: on the Desk, in the bin, or gone at the Network (kept here to be copied). */
  readonly presence: 'here' | 'bin' | 'deleted' | 'no-access';
  /** Comments that wait for an answer. */
  readonly openThreads: number;
  /** Why the Network refused this document; it waits for the person. */
  readonly attention: Failure | null;
};
