import * as z from 'zod';
import type { FieldMap, FieldValue } from '#shared/domain/field-value.ts';
import { receiptSchema } from '#shared/domain/receipt.ts';
import { changesSchema, trainingSessionSchema } from '#shared/sync/protocol.ts';
import type { SandboxProcess } from './sandbox-process.ts';

/** What the Network holds, asked over its own API by a client of the test. */
export type NetworkView = {
  /** Documents with their live fields, by id. */
  documents(): Promise<ReadonlyMap<string, NetworkDocument>>;
  /** Receipts of all submissions that were ever put on the wire, one per submission that has one. */
  receipts(): Promise<readonly z.infer<typeof receiptSchema>[]>;
  /** Switches faults of the sandbox on; an empty list ends them. */
  setFaults(faults: readonly SandboxFault[]): Promise<void>;
};

export type NetworkDocument = { readonly kind: string; readonly stage: string; readonly fields: FieldMap };

export type SandboxFault = {
  readonly match?: string;
  readonly kind: 'drop-answer' | 'status' | 'delay' | 'truncate' | 'captive-portal';
  readonly status?: number;
  readonly delayMs?: number;
  readonly times?: number;
};

const requestLogSchema = z.array(z.looseObject({ method: z.string(), path: z.string() }));

async function answerOf(url: string, init: RequestInit = {}): Promise<unknown> {
  const response = await fetch(url, init);
  if (!response.ok)
    throw new Error(`${init.method ?? 'GET'} ${url}: ${response.status} ${await response.text()}`);
  return response.status === 204 ? undefined : response.json();
}

/** Signs a client of its own in to the training account and looks. */
export function viewNetwork({ url }: SandboxProcess): NetworkView {
  const signedIn = async (): Promise<RequestInit> => {
    const session = trainingSessionSchema.parse(
      await answerOf(`${url}/v1/training/session`, { method: 'POST' }),
    );
    return { headers: { authorization: `Bearer ${session.token}` } };
  };
  return {
    async documents() {
      const init = await signedIn();
      const documents = new Map<string, NetworkDocument>();
      let cursor: string | undefined;
      for (let hasMore = true; hasMore; ) {
        const query = cursor === undefined ? '' : `?since=${encodeURIComponent(cursor)}`;
        const changes = changesSchema.parse(await answerOf(`${url}/v1/changes${query}`, init));
        for (const { id, kind, stage, fields } of changes.docs) {
          const known: Record<string, FieldValue> = { ...documents.get(id)?.fields };
          for (const [path, field] of Object.entries(fields)) {
            // Asked for without a patch in mind: this client reads from the beginning, where texts are whole.
            if ('p' in field || field.v === undefined) delete known[path];
            else known[path] = field.v;
          }
          documents.set(id, { kind, stage, fields: known });
        }
        cursor = changes.cursor;
        hasMore = changes.hasMore;
      }
      return documents;
    },
    async receipts() {
      const log = requestLogSchema.parse(await answerOf(`${url}/__faults/log`));
      const tried = log.filter(({ method, path }) => method === 'PUT' && path.startsWith('/v1/submissions/'));
      const ids = new Set(tried.map(({ path }) => path.split('/').at(-1)));
      const init = await signedIn();
      const answers = await Promise.all([...ids].map((id) => fetch(`${url}/v1/submissions/${id}`, init)));
      const bodies = await Promise.all(answers.filter(({ ok }) => ok).map((answer) => answer.json()));
      return bodies.map((body) => receiptSchema.parse(body));
    },
    async setFaults(faults) {
      await answerOf(`${url}/__faults`, {
        method: 'PUT',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(faults),
      });
    },
  };
}
