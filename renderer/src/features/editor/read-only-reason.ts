import { isClosed, type Stage } from '#shared/domain/document.ts';
import { canEdit, type Role } from '#shared/domain/review.ts';

/** Why a document cannot be changed now: it is on its way, with the Network, or closed by it. */
export const readOnlyReason = (
  stage: Stage,
  role: Role,
): 'waiting' | 'with-network' | 'closed' | 'reader' => {
  if (stage === 'ready' || stage === 'sending') return 'waiting';
  if (isClosed(stage)) return 'closed';
  return canEdit(role) ? 'with-network' : 'reader';
};
