import * as z from 'zod/mini';

export const docKinds = ['pledge', 'pledge-update', 'practice', 'concept-note'] as const;
/** What can be drafted. Requests join with their templates. */
export type DocKind = (typeof docKinds)[number];
export const docKindSchema = z.enum(docKinds);

/** What comes from a file as a draft of its own; the update of a pledge is begun from its pledge. */
export const importableKinds = ['pledge', 'practice', 'concept-note'] as const satisfies readonly DocKind[];

export const serverStages = [
  'draft',
  'submitted',
  'in-review',
  'returned',
  'accepted',
  'declined',
  'published',
] as const;
/** Where the Network says the document stands; a document that it has never seen is a draft. */
export type ServerStage = (typeof serverStages)[number];

/** What the screens say: the server's stage, overlaid by the two local ones. */
export type Stage = ServerStage | 'ready' | 'sending';

/** Stages in which the server takes no mutations any more. */
export const isClosed = (stage: ServerStage): boolean =>
  stage === 'accepted' || stage === 'declined' || stage === 'published';
