import { type FieldValue, sameValue } from '#shared/domain/field-value.ts';

/** How a value is written in parts, in a calendar. */
export type DraftKind<Stored extends FieldValue, Draft> = {
  /** A value as it is shown; empty parts where there is none. */
  readonly draftOf: (calendar: string, stored: FieldValue | undefined) => Draft;
  /** What the document keeps of a draft; null while a part is missing or cannot be kept. */
  readonly keptOf: (calendar: string, draft: Draft) => Stored | null;
};

/**
 * What is shown once the document keeps `stored`: what was written as long as it is kept as this, for two months of a
 * calendar may be kept as the same one; otherwise what came from elsewhere.
 */
export const nextDraft = <Stored extends FieldValue, Draft>(
  { draftOf, keptOf }: DraftKind<Stored, Draft>,
  calendar: string,
  draft: Draft,
  stored: FieldValue | undefined,
): Draft => (sameValue(keptOf(calendar, draft) ?? undefined, stored) ? draft : draftOf(calendar, stored));
