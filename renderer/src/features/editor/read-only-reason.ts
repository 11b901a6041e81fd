import { isClosed, type Stage } from '#shared/domain/document.ts';

/** Why a document cannot be changed now: it is on its way, with the Network, or closed by it. */
export const readOnlyReason = (stage: Stage): 'waiting' | 'with-network' | 'closed' => {
  if (stage === 'ready' || stage === 'sending') return 'waiting';
  return isClosed(stage) ? 'closed' : 'with-network';
};
