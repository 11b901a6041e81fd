import type { Socket } from 'node:net';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { apiVersion, headers } from '#shared/sync/protocol-version.ts';
import { problem } from '../problem.ts';

export const markAnswer = (reply: FastifyReply, epoch: string): void => {
  reply.header(headers.api, apiVersion);
  reply.header(headers.epoch, epoch);
};

/** Puts `Network-Api` and `Network-Epoch` on every answer: without the first, a 200 is a captive portal's. */
export const markAnswers = (app: FastifyInstance, epoch: string): void => {
  app.addHook('onRequest', async (_request, reply) => {
    markAnswer(reply, epoch);
  });
};

/** Answers what is not even HTTP, where no reply object exists. */
export const answerBrokenHttp =
  (epoch: string) =>
  (error: Error & { code?: string }, socket: Socket): void => {
    if (error.code === 'ECONNRESET' || !socket.writable) {
      socket.destroy();
      return;
    }
    const body = JSON.stringify(problem('malformed', 'not HTTP'));
    const lines = [
      'HTTP/1.1 400 Bad Request',
      `${headers.api}: ${apiVersion}`,
      `${headers.epoch}: ${epoch}`,
      'content-type: application/problem+json',
      `content-length: ${Buffer.byteLength(body)}`,
      'connection: close',
    ];
    socket.end(`${lines.join('\r\n')}\r\n\r\n${body}`);
  };
