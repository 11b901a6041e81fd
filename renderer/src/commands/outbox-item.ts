import type { DocKind } from '#shared/domain/document.ts';
import type { ClientId, DocId } from '#shared/domain/ids.ts';
import type { Receipt } from '#shared/domain/receipt.ts';
import type { Failure } from '#shared/errors.ts';

/** One line of the Outbox. Times are milliseconds since 1970. */
export type OutboxItem = {
  readonly doc: DocId;
  readonly kind: DocKind;
  readonly title: string;
  /** Of a colleague's, handed over to be sent from here: whose it is, and the laptop it comes from. */
  readonly carried: { readonly name: string; readonly client: ClientId } | null;
  /** `changes`: edited text on its way to the Network; `submission`: the act of handing over. */
  readonly what: 'changes' | 'submission';
  readonly round: number;
  /** Bytes before compression: of a submission its whole text, of changes what is still to be sent. */
  readonly sizeBytes: number;
  readonly state: 'going' | 'waiting' | 'needs-attention' | 'received';
  /** What stopped it; for `waiting`, the failure of the last try, if any. */
  readonly failure: Failure | null;
  readonly receipt: Receipt | null;
  readonly canTakeBack: boolean;
  /** The Network is being asked never to receive it. */
  readonly isCancelling: boolean;
  /** A bundle may hold it: a colleague can send it, whatever this laptop does. */
  readonly isHandedOver: boolean;
};
