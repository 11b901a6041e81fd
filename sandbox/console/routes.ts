import { randomBytes, randomUUID, timingSafeEqual } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import * as z from 'zod/mini';
import { countriesOf } from '#shared/domain/chosen-codes.ts';
import type { ServerStage } from '#shared/domain/document.ts';
import type { FieldMap } from '#shared/domain/field-value.ts';
import { type CommentId, type DocId, makeCommentId } from '#shared/domain/ids.ts';
import type { Receipt } from '#shared/domain/receipt.ts';
import { endorsementStates, longestComment, longestQuote, verdicts } from '#shared/domain/review.ts';
import { safeFileName } from '#shared/domain/safe-file-name.ts';
import type { Result } from '#shared/result.ts';
import { hashOf } from '#shared/sync/content-hash.ts';
import { type Problem, submittedContentSchema } from '#shared/sync/protocol.ts';
import { type Account, trainingAccounts } from '../account.ts';
import { putComment } from '../comments.ts';
import { decide } from '../decisions.ts';
import { endorse } from '../endorsements.ts';
import { isLoopbackRequest } from '../http/loopback.ts';
import type { Network } from '../network.ts';
import { formText } from './form-text.ts';
import {
  type DocumentView,
  documentPage,
  isOpen,
  problemPage,
  type QueueEntry,
  queuePage,
  signInPage,
  threadsOf,
  type Visitor,
} from './pages.ts';
import { stylesheet } from './style.ts';

const policy =
  "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

const docParams = z.object({ id: z.string().check(z.regex(/^[0-9a-f-]{36}$/)) });
const fileParams = z.object({ sha256: z.string().check(z.regex(/^[0-9a-f]{64}$/)) });

type Session = { readonly account: Account; readonly csrf: string };

const seen = (request: FastifyRequest): string =>
  /(?:^|; *)console=([A-Za-z0-9_-]{20,})/.exec(request.headers.cookie ?? '')?.[1] ?? '';

const sameText = (a: string, b: string): boolean =>
  a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));

/**
 * The reviewers' console of the practice Network: queue, document, comments, decisions, endorsements. Pages from
 * the server, no script. From this very machine only; sessions live as long as the process.
 */
export const consoleRoutes =
  (network: Network) =>
  async (app: FastifyInstance): Promise<void> => {
    const sessions = new Map<string, Session>();
    const openForms = randomBytes(24).toString('base64url');

    app.addContentTypeParser(
      'application/x-www-form-urlencoded',
      { parseAs: 'string', bodyLimit: 65_536 },
      async (_request: FastifyRequest, body: string) => Object.fromEntries(new URLSearchParams(body)),
    );
    const send = (reply: FastifyReply, body: string, status = 200): FastifyReply =>
      reply
        .code(status)
        .header('content-security-policy', policy)
        .header('x-content-type-options', 'nosniff')
        .header('referrer-policy', 'same-origin')
        .header('cache-control', 'no-store')
        .type('text/html; charset=utf-8')
        .send(body);
    const visitorOf = (request: FastifyRequest): Visitor | null => sessions.get(seen(request)) ?? null;
    const formOf = (request: FastifyRequest): Readonly<Record<string, string>> =>
      (request.body ?? {}) as Readonly<Record<string, string>>;

    app.addHook('onRequest', async (request, reply) => {
      if (!isLoopbackRequest(request)) {
        return send(
          reply,
          problemPage(null, 'Not from here', 'The console answers this machine only.', '/console'),
          403,
        );
      }
      return undefined;
    });
    app.addHook('preHandler', async (request, reply) => {
      const isOpenPage = ['/console/sign-in', '/console/style.css'].includes(request.routeOptions.url ?? '');
      const visitor = visitorOf(request);
      if (visitor === null && !isOpenPage) return reply.redirect('/console/sign-in');
      const expected = visitor?.csrf ?? openForms;
      if (request.method === 'POST' && !sameText(formOf(request).csrf ?? '', expected)) {
        return send(
          reply,
          problemPage(
            visitor,
            'This form is too old',
            'Open the page again and repeat what you did.',
            '/console',
          ),
          403,
        );
      }
      return undefined;
    });

    const titleOf = (template: string, fields: FieldMap): string =>
      String(fields[network.templates.get(template)?.titleField ?? 'title'] ?? '');
    const countryNames = (template: string, fields: FieldMap) => {
      const found = network.templates.get(template);
      return (found === undefined ? [] : countriesOf(found, fields)).map((code) => ({
        code,
        name: network.vocabulary.countries.find((term) => term.code === code)?.name.en ?? code,
      }));
    };

    const queue = (account: Account): Promise<readonly QueueEntry[]> =>
      network.store.snapshot(async (rows) => {
        const entries: QueueEntry[] = [];
        for (const { document, receivedAt } of await rows.queue()) {
          const fields = await rows.liveFields(document.id);
          const countries = countryNames(document.template, fields);
          const [membership] = await rows.memberships(account.id, [document.id]);
          const mayRead =
            account.role === 'reviewer' ||
            account.role === 'secretariat' ||
            (account.role === 'coordinator' &&
              countries.some(({ code }) => account.countries.includes(code))) ||
            (membership?.role ?? null) !== null;
          if (!mayRead) continue;
          const receipt = JSON.parse(
            (await rows.receipts([document.id])).get(document.id) ?? '{}',
          ) as Partial<Receipt>;
          const said = await rows.commentsBetween([{ doc: document.id, floor: 0 }], Number.MAX_SAFE_INTEGER);
          entries.push({
            document,
            title: titleOf(document.template, fields),
            countries: countries.map(({ name }) => name).join(', '),
            receiptNo: receipt.receiptNo ?? '',
            receivedAt,
            openThreads: threadsOf(said.map(({ comment }) => comment)).filter(isOpen).length,
          });
        }
        return entries;
      });

    const view = async (account: Account, id: DocId): Promise<DocumentView | null> => {
      const entry = (await queue(account)).find(({ document }) => document.id === id);
      const template = entry && network.templates.get(entry.document.template);
      if (entry === undefined || template === undefined) return null;
      return network.store.snapshot(async (rows) => {
        const receipt = JSON.parse((await rows.receipts([id])).get(id) ?? 'null') as Receipt;
        const contentOf = async (round: number): Promise<FieldMap | null> => {
          const snapshot = (await rows.received(id, round))?.snapshot ?? null;
          return snapshot === null ? null : submittedContentSchema.parse(JSON.parse(snapshot)).fields;
        };
        const values = (await contentOf(receipt.round)) ?? {};
        const said = await rows.commentsBetween([{ doc: id, floor: 0 }], Number.MAX_SAFE_INTEGER);
        return {
          document: entry.document,
          template,
          showing: { values, before: await contentOf(receipt.round - 1), vocabulary: network.vocabulary },
          title: titleOf(entry.document.template, values),
          round: receipt.round,
          receiptNo:
            receipt.sentBy === undefined
              ? receipt.receiptNo
              : `${receipt.receiptNo}, sent on behalf of its author by ${receipt.sentBy.name}`,
          receivedAt: entry.receivedAt,
          comments: said.map(({ comment }) => comment),
          endorsements: (await rows.endorsements([id])).map(({ endorsement }) => endorsement),
          countries: countryNames(entry.document.template, values),
          contentHash: hashOf(entry.document, await rows.liveFields(id)),
        };
      });
    };

    const after = (
      reply: FastifyReply,
      visitor: Visitor,
      id: string,
      answer: Result<unknown, Problem>,
    ): FastifyReply => {
      const back = `/console/documents/${id}`;
      if (!answer.ok) {
        const { title, detail, status } = answer.error;
        return send(reply, problemPage(visitor, title, detail ?? '', back), status);
      }
      return reply.redirect(back, 303);
    };

    app.get('/console/style.css', { schema: { hide: true } }, async (_request, reply) =>
      reply.header('cache-control', 'no-cache').type('text/css; charset=utf-8').send(stylesheet),
    );
    app.get('/console/sign-in', { schema: { hide: true } }, async (_request, reply) =>
      send(reply, signInPage(trainingAccounts, openForms)),
    );
    app.post('/console/sign-in', { schema: { hide: true } }, async (request, reply) => {
      const account = trainingAccounts.find(({ id }) => id === formOf(request).account);
      if (account === undefined) return reply.redirect('/console/sign-in', 303);
      const key = randomBytes(24).toString('base64url');
      sessions.set(key, { account, csrf: randomBytes(24).toString('base64url') });
      return reply
        .header('set-cookie', `console=${key}; Path=/console; HttpOnly; SameSite=Strict`)
        .redirect('/console', 303);
    });
    app.post('/console/sign-out', { schema: { hide: true } }, async (request, reply) => {
      sessions.delete(seen(request));
      return reply
        .header('set-cookie', 'console=; Path=/console; HttpOnly; SameSite=Strict; Max-Age=0')
        .redirect('/console/sign-in', 303);
    });
    app.get('/console', { schema: { hide: true } }, async (request, reply) => {
      const visitor = visitorOf(request) as Visitor;
      const { stage } = request.query as { readonly stage?: string };
      return send(
        reply,
        queuePage(visitor, await queue(visitor.account), (stage || null) as ServerStage | null),
      );
    });
    app.get('/console/documents/:id', { schema: { hide: true } }, async (request, reply) => {
      const visitor = visitorOf(request) as Visitor;
      const params = docParams.safeParse(request.params);
      const found = params.success ? await view(visitor.account, params.data.id as DocId) : null;
      return found === null
        ? send(
            reply,
            problemPage(
              visitor,
              'There is nothing here',
              'This document was not handed over, or is not yours to see.',
              '/console',
            ),
            404,
          )
        : send(reply, documentPage(visitor, found));
    });
    app.post('/console/documents/:id/comments', { schema: { hide: true } }, async (request, reply) => {
      const visitor = visitorOf(request) as Visitor;
      const { id } = docParams.parse(request.params);
      const { path, replyTo, quote, text, resolves } = formOf(request);
      const found = await view(visitor.account, id as DocId);
      const comment = {
        id: makeCommentId(network.now(), (length) => new Uint8Array(randomBytes(length))),
        round: found?.round ?? 1,
        path: path || null,
        quote: formText(quote ?? '').slice(0, longestQuote) || null,
        replyTo: (replyTo || null) as CommentId | null,
        // A form sends line breaks as two characters.
        text: formText(text ?? '').slice(0, longestComment),
        resolves: resolves === 'yes',
      };
      return after(
        reply,
        visitor,
        id,
        await putComment(network, visitor.account, { doc: id as DocId, comment }),
      );
    });
    app.post('/console/documents/:id/decisions', { schema: { hide: true } }, async (request, reply) => {
      const visitor = visitorOf(request) as Visitor;
      const { id } = docParams.parse(request.params);
      const form = formOf(request);
      const verdict = verdicts.find((one) => one === form.verdict);
      if (verdict === undefined) return reply.redirect(`/console/documents/${id}`, 303);
      const body = {
        doc: id as DocId,
        round: Number(form.round) || 1,
        verdict,
        note: formText(form.note ?? ''),
      };
      return after(reply, visitor, id, await decide(network, visitor.account, randomUUID(), body));
    });
    app.post('/console/documents/:id/endorsements', { schema: { hide: true } }, async (request, reply) => {
      const visitor = visitorOf(request) as Visitor;
      const { id } = docParams.parse(request.params);
      const { country = '', contentHash = '', state } = formOf(request);
      const found = await view(visitor.account, id as DocId);
      const body = {
        doc: id as DocId,
        round: found?.round ?? 1,
        country,
        contentHash,
        state: endorsementStates.find((one) => one === state) ?? 'withheld',
      };
      return after(reply, visitor, id, await endorse(network, visitor.account, randomUUID(), body));
    });
    app.get('/console/files/:sha256', { schema: { hide: true } }, async (request, reply) => {
      const visitor = visitorOf(request) as Visitor;
      const params = fileParams.safeParse(request.params);
      const { name } = request.query as { readonly name?: string };
      const size = params.success ? await network.blobs.sizeOf(params.data.sha256) : undefined;
      const mayRead =
        params.success &&
        (await network.store.snapshot((rows) =>
          rows.mayReadFile(visitor.account.id, params.data.sha256, visitor.account.role !== 'member'),
        ));
      if (!params.success || size === undefined || !mayRead) {
        return send(
          reply,
          problemPage(
            visitor,
            'There is nothing here',
            'The file is not there, or not yours to see.',
            '/console',
          ),
          404,
        );
      }
      const bytes = await network.blobs.read(params.data.sha256, 0, size);
      return reply
        .header(
          'content-disposition',
          `attachment; filename*=UTF-8''${encodeURIComponent(safeFileName(name ?? 'file'))}`,
        )
        .header('x-content-type-options', 'nosniff')
        .header('cache-control', 'no-store')
        .type('application/octet-stream')
        .send(Buffer.from(bytes));
    });
  };
