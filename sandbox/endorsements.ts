import { countriesOf } from '#shared/domain/chosen-codes.ts';
import type { DocId } from '#shared/domain/ids.ts';
import type { Endorsement } from '#shared/domain/review.ts';
import { err, ok, type Result } from '#shared/result.ts';
import { hashOf } from '#shared/sync/content-hash.ts';
import type { EndorsementBody, Problem } from '#shared/sync/protocol.ts';
import type { Account } from './account.ts';
import { takeDocument, tellDocument } from './document-change.ts';
import type { Network } from './network.ts';
import { problem } from './problem.ts';

/**
 * `PUT /v1/endorsements/{id}`: the word of a coordinator of a country that the document names, on the content
 * that they saw. A newer word of the same country takes the place of the older one.
 */
export const endorse = (
  network: Network,
  account: Account,
  id: string,
  body: EndorsementBody,
): Promise<Result<Endorsement, Problem>> =>
  network.store.transaction(async (rows) => {
    if (account.role !== 'coordinator' || !account.countries.includes(body.country)) {
      return err(problem('forbidden', `only a Resident Coordinator of ${body.country} endorses for it`));
    }
    const taken = await takeDocument(rows, body.doc as DocId);
    const [membership] = await rows.memberships(account.id, [body.doc as DocId]);
    const isHandedOver = (await rows.receipts([body.doc as DocId])).has(body.doc as DocId);
    if (taken === undefined || (!isHandedOver && (membership?.role ?? null) === null)) {
      return err(problem('not-found', `document ${body.doc}`));
    }
    const known = await rows.endorsement(id);
    if (known !== undefined) {
      const { country, contentHash, round, state } = known.endorsement;
      const isRepeat =
        known.doc === body.doc &&
        known.account === account.id &&
        country === body.country &&
        contentHash === body.contentHash &&
        round === body.round &&
        state === body.state;
      return isRepeat ? ok(known.endorsement) : err(problem('submission-mismatch', `endorsement ${id}`));
    }
    const { document, seq } = taken;
    if (document.isDeleted) return err(problem('document-deleted', document.id));
    const template = network.templates.get(document.template);
    const fields = await rows.liveFields(document.id);
    if (template === undefined || !countriesOf(template, fields).includes(body.country)) {
      return err(problem('forbidden', `the document does not name ${body.country}`));
    }
    if (hashOf(document, fields) !== body.contentHash) return err(problem('content-mismatch'));
    const endorsement: Endorsement = {
      id,
      round: body.round,
      country: body.country,
      coordinator: account.name,
      state: body.state,
      contentHash: body.contentHash,
      madeAt: new Date(network.now()).toISOString(),
    };
    await rows.saveEndorsement({ doc: document.id, account: account.id, endorsement });
    await tellDocument(rows, document, seq);
    return ok(endorsement);
  });
