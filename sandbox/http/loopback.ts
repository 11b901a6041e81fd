import type { FastifyRequest } from 'fastify';

const loopbackPeer = /^(::ffff:)?127\.\d+\.\d+\.\d+$|^::1$/;
const loopbackHost = /^(localhost|127\.0\.0\.1|\[?::1\]?)$/;

/**
 * Whether a request comes from this very machine. The Host is checked too, so that a web page cannot reach the
 * server by a name of its own that resolves to loopback.
 */
export const isLoopbackRequest = (request: FastifyRequest): boolean =>
  loopbackPeer.test(request.socket.remoteAddress ?? '') && loopbackHost.test(request.hostname);
