import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import {
  deletedSchema,
  docChangeSchema,
  invitationBodySchema,
  memberBodySchema,
  membersAnswerSchema,
} from '#shared/sync/protocol.ts';
import { documentNow } from '../changes.ts';
import { deleteDocument } from '../deletion.ts';
import { sendProblem } from '../http/answer.ts';
import { accountOf, memberHeaders, requireAccount, requireAgreement } from '../http/identity.ts';
import { invite, removeMember, setMember } from '../members.ts';
import type { Network } from '../network.ts';
import { documentParams, madeIdParams, memberParams } from './params.ts';
import { problemResponses } from './problem-responses.ts';

/** A document as a whole, its deletion, and who works on it. */
export const documentsRoute =
  (network: Network): FastifyPluginAsyncZod =>
  async (app) => {
    const guards = { onRequest: requireAccount(network), preHandler: requireAgreement(network) };
    app.route({
      method: 'GET',
      url: '/v1/docs/:id',
      schema: {
        summary: 'One document as it is now, whole',
        headers: memberHeaders,
        params: documentParams,
        response: { 200: docChangeSchema, ...problemResponses },
      },
      ...guards,
      handler: async (request, reply) => {
        const answer = await documentNow(network, accountOf(request), request.params.id);
        reply.header('cache-control', 'no-store');
        return answer.ok ? reply.send(answer.value) : sendProblem(reply, answer.error);
      },
    });
    app.route({
      method: 'DELETE',
      url: '/v1/docs/:id',
      schema: {
        summary: 'Delete a draft that was never received',
        headers: memberHeaders,
        params: documentParams,
        response: { 200: deletedSchema, ...problemResponses },
      },
      ...guards,
      handler: async (request, reply) => {
        const answer = await deleteDocument(network, accountOf(request), request.params.id);
        return answer.ok ? reply.send(answer.value) : sendProblem(reply, answer.error);
      },
    });
    app.route({
      method: 'PUT',
      url: '/v1/invitations/:id',
      schema: {
        summary: 'Invite a person to a document by e-mail',
        headers: memberHeaders,
        params: madeIdParams,
        body: invitationBodySchema,
        response: { 200: membersAnswerSchema, ...problemResponses },
      },
      ...guards,
      handler: async (request, reply) => {
        const answer = await invite(network, accountOf(request), request.params.id, request.body);
        return answer.ok ? reply.send(answer.value) : sendProblem(reply, answer.error);
      },
    });
    app.route({
      method: 'PUT',
      url: '/v1/docs/:id/members/:account',
      schema: {
        summary: 'Give a member another role',
        headers: memberHeaders,
        params: memberParams,
        body: memberBodySchema,
        response: { 200: membersAnswerSchema, ...problemResponses },
      },
      ...guards,
      handler: async (request, reply) => {
        const { id, account } = request.params;
        const answer = await setMember(network, accountOf(request), id, account, request.body.role);
        return answer.ok ? reply.send(answer.value) : sendProblem(reply, answer.error);
      },
    });
    app.route({
      method: 'DELETE',
      url: '/v1/docs/:id/members/:account',
      schema: {
        summary: 'Take a member out, or leave',
        headers: memberHeaders,
        params: memberParams,
        response: { 200: membersAnswerSchema, ...problemResponses },
      },
      ...guards,
      handler: async (request, reply) => {
        const { id, account } = request.params;
        const answer = await removeMember(network, accountOf(request), id, account);
        return answer.ok ? reply.send(answer.value) : sendProblem(reply, answer.error);
      },
    });
  };
