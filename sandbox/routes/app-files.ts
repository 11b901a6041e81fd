import type { FastifyPluginAsync } from 'fastify';
import { contentSecurityPolicy } from '#shared/security/content-security-policy.ts';
import type { AppFiles } from '../app-files.ts';

const policy = contentSecurityPolicy({ connectSrc: "'self'" });

/** Serves the browser edition; `/` is its index.html. */
export const appFilesRoute =
  (files: AppFiles): FastifyPluginAsync =>
  async (app) => {
    for (const [address, file] of files) {
      const urls = address === '/index.html' ? ['/', address] : [address];
      for (const url of urls) {
        app.route({
          method: ['GET', 'HEAD'],
          // Colons and stars would mean parameters to the router.
          url: encodeURI(url).replaceAll(':', '::').replaceAll('*', '%2A'),
          schema: { hide: true },
          handler: async (_request, reply) =>
            reply
              .header('content-security-policy', policy)
              .header('x-content-type-options', 'nosniff')
              .header('referrer-policy', 'no-referrer')
              .header('cross-origin-opener-policy', 'same-origin')
              .header('cache-control', file.isImmutable ? 'public, max-age=31536000, immutable' : 'no-cache')
              .type(file.type)
              .send(file.bytes),
        });
      }
    }
  };
