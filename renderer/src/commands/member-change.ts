import type { Role } from '#shared/domain/review.ts';

/** What a person asks about who works on a document. */
export type MemberChange =
  | { readonly what: 'invite'; readonly email: string; readonly role: Role }
  | { readonly what: 'role'; readonly account: string; readonly role: Role }
  | { readonly what: 'remove'; readonly account: string };
