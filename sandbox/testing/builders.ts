import { randomBytes, randomUUID } from 'node:crypto';
import type { DocKind } from '#shared/domain/document.ts';
import type { FieldMap } from '#shared/domain/field-value.ts';
import { type ClientId, type DocId, makeClientId, makeDocId, makeSubmissionId } from '#shared/domain/ids.ts';
import type { TemplateRef } from '#shared/domain/template.ts';
import { contentHash } from '#shared/sync/content-hash.ts';
import type { Changes, Element, Op, SubmissionBody } from '#shared/sync/protocol.ts';
import { type Account, trainingAccounts } from '../account.ts';
import { memoryBlobShelf } from '../blob-shelf-memory.ts';
import { changesSince } from '../changes.ts';
import type { Network } from '../network.ts';
import { readVocabulary, startNetwork } from '../network-start.ts';
import type { ServerStore } from '../store.ts';
import { templateShelf } from '../template-shelf.ts';

const official = { severity: 'error', source: 'official' } as const;
const en = (text: string) => ({ en: text });

const smallTemplate = (kind: DocKind) =>
  JSON.stringify({
    kind,
    version: 1,
    name: en('A small form'),
    titleField: 'title',
    sections: [
      {
        id: 'main',
        title: en('Main'),
        fields: [
          { id: 'title', kind: 'shortText', label: en('Title'), required: official },
          {
            id: 'description',
            kind: 'longText',
            label: en('Description'),
            limits: [{ kind: 'maxChars', value: 3000, ...official }],
          },
          { id: 'amount', kind: 'integer', label: en('Amount') },
          { id: 'cost', kind: 'money', label: en('Cost') },
          {
            id: 'letters',
            kind: 'attachments',
            label: en('Letters'),
            fileTypes: ['pdf'],
            maxBytes: 26_214_400,
          },
          { id: 'start', kind: 'date', label: en('Start') },
          { id: 'countries', kind: 'countries', label: en('Countries') },
          {
            id: 'participants',
            kind: 'group',
            label: en('Participants'),
            itemLabel: en('participant'),
            fields: [{ id: 'name', kind: 'shortText', label: en('Name') }],
          },
        ],
      },
    ],
    rules: [],
  });

/** Small forms of two kinds: what the services do must not hang on the real ones. */
export const smallTemplates = templateShelf({
  'pledge@1': smallTemplate('pledge'),
  'practice@1': smallTemplate('practice'),
});

/** 2026-03-04T05:06:07.089Z. */
export const testNow = Date.UTC(2026, 2, 4, 5, 6, 7, 89);

/** A training account by its id. */
export const person = (id: string): Account => {
  const found = trainingAccounts.find((account) => account.id === id);
  if (found === undefined) throw new Error(`there is no training account ${id}`);
  return found;
};

export const trainingMember: Account = trainingAccounts[0];

/** A Network on a store; the token of each training account is `the-token-of-<account>`. */
export const testNetwork = (store: ServerStore, now = () => testNow): Promise<Network> => {
  const tokens = trainingAccounts.map(({ id }) => `the-token-of-${id}`);
  return startNetwork(
    { store, blobs: memoryBlobShelf(), epoch: randomUUID() },
    { templates: smallTemplates, vocabulary: readVocabulary() },
    { now, newToken: () => tokens.shift() ?? randomUUID() },
  );
};

/** The wire schema that the tests speak. */
export const testSchema = 2;

export const aDoc = (): DocId => makeDocId(testNow, randomBytes);
export const aSubmission = () => makeSubmissionId(testNow, randomBytes);
export const aClient = (): ClientId => makeClientId(randomBytes);

export const set = (f: string, v: Extract<Op, { op: 'set' }>['v'], fr = 0): Op => ({ f, fr, op: 'set', v });
export const del = (f: string, fr: number): Op => ({ f, fr, op: 'del' });

/** The element that creates a pledge. */
export const creation = (doc: DocId, ops: Op[], n = 1): Element => ({
  doc,
  n,
  create: { kind: 'pledge', template: 'pledge@1' },
  ops,
});

/** The body that hands over a pledge with these fields. */
export const submissionOf = (
  doc: DocId,
  fields: FieldMap,
  rest: { readonly rev?: number; readonly round?: number } = {},
): SubmissionBody => {
  const template: TemplateRef = 'pledge@1';
  return {
    doc,
    rev: rest.rev ?? 1,
    round: rest.round ?? 1,
    contentHash: contentHash({ doc, kind: 'pledge', template, fields }),
    attachments: [],
    template,
  };
};

/** One page of what an account is told. */
export const feedPage = async (
  network: Network,
  since: string | undefined,
  limit = 500,
  account = trainingMember,
): Promise<Changes> => {
  const changes = await changesSince(network, account, { since, limit, schema: testSchema });
  if (!changes.ok) throw new Error(changes.error.code);
  return changes.value;
};

/** The cursor behind everything that the training member is told now. */
export const feedEnd = async (network: Network): Promise<string> => {
  let page = await feedPage(network, undefined);
  while (page.hasMore) page = await feedPage(network, page.cursor);
  return page.cursor;
};
