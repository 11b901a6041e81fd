import { type CountryEndorsement, endorsementsByCountry } from '#shared/domain/endorsements.ts';
import { hashOf } from '#shared/sync/content-hash.ts';
import type { DocumentSession, SessionSnapshot } from './document-session.ts';

/** What the Resident Coordinators say about what stands on the screen; empty for kinds that none endorses. */
export const coordinatorsOf = (
  { id }: DocumentSession,
  { values, summary, endorsements }: SessionSnapshot,
): readonly CountryEndorsement[] => {
  if (summary.kind !== 'concept-note') return [];
  const hash = hashOf({ id, kind: summary.kind, template: summary.template }, values);
  return endorsementsByCountry(summary.countries, endorsements, hash);
};
