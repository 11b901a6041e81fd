import type { ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { assertNever } from '#shared/assert.ts';
import { headers } from '#shared/sync/protocol-version.ts';
import { sendProblem } from '../http/answer.ts';
import { problem } from '../problem.ts';
import type { Fault, FaultBox } from './fault-box.ts';

const portalPage = '<!doctype html><title>Welcome</title><p>Sign in to use this network.</p>';

const bytesOf = (payload: unknown): Buffer => {
  if (typeof payload === 'string') return Buffer.from(payload);
  return Buffer.isBuffer(payload) ? payload : Buffer.alloc(0);
};

/** Lets the work be done, then breaks the connection after `share` of the answer's body. */
const breakAnswer = (response: ServerResponse, share: number): void => {
  const socket = response.socket;
  response.end = ((payload: unknown) => {
    const bytes = bytesOf(payload);
    if (share === 0 || bytes.length === 0) socket?.destroy();
    else response.write(bytes.subarray(0, Math.floor(bytes.length * share)), () => socket?.destroy());
    return response;
  }) as ServerResponse['end'];
};

const statusProblem = (status: number) => {
  const code = status === 429 ? 'too-many-requests' : status === 401 ? 'token-expired' : 'unavailable';
  return { ...problem(code, 'a fault that was switched on'), status };
};

const meet = async (fault: Fault, reply: FastifyReply): Promise<FastifyReply | undefined> => {
  switch (fault.kind) {
    case 'drop-answer':
      breakAnswer(reply.raw, 0);
      return undefined;
    case 'truncate':
      breakAnswer(reply.raw, 0.5);
      return undefined;
    case 'delay':
      await wait(fault.delayMs, undefined, { ref: false });
      return undefined;
    case 'status':
      return sendProblem(reply, statusProblem(fault.status));
    case 'captive-portal':
      reply.removeHeader(headers.api);
      reply.removeHeader(headers.epoch);
      return reply.code(200).type('text/html').send(portalPage);
    default:
      return assertNever(fault);
  }
};

const lineBytes = (name: string, value: string): number => name.length + value.length + ': \r\n'.length;

const sizesOf = (request: FastifyRequest): { headerBytes: number; authorizationBytes: number } => {
  const { rawHeaders, method, url, httpVersion } = request.raw;
  let headerBytes = `${method} ${url} HTTP/${httpVersion}\r\n\r\n`.length;
  let authorizationBytes = 0;
  for (let index = 0; index + 1 < rawHeaders.length; index += 2) {
    const name = rawHeaders[index] ?? '';
    const bytes = lineBytes(name, rawHeaders[index + 1] ?? '');
    headerBytes += bytes;
    if (name.toLowerCase() === 'authorization') authorizationBytes += bytes;
  }
  return { headerBytes, authorizationBytes };
};

/** Makes the requests of the API meet the faults of the box, and logs each when its connection is done with it. */
export const injectFaults = (app: FastifyInstance, box: FaultBox): void => {
  app.addHook('onRequest', async (request, reply) => {
    const path = request.url;
    if (!path.startsWith('/v1/')) return undefined;
    const fault = box.take(request.method, path);
    reply.raw.once('close', () => {
      box.log({
        method: request.method,
        path,
        status: reply.raw.writableFinished ? reply.raw.statusCode : null,
        fault: fault?.kind ?? null,
        ...sizesOf(request),
        bodyBytes: request.wireBodyBytes,
      });
    });
    return fault === undefined ? undefined : meet(fault, reply);
  });
};
