import { problemSchema } from '#shared/sync/protocol.ts';

const problemResponse = (description: string) => ({
  description,
  content: { 'application/problem+json': { schema: problemSchema } },
});

/** How a route may refuse, for the OpenAPI document. */
export const problemResponses = {
  '4xx': problemResponse('The request cannot be taken; `code` says why.'),
  '5xx': problemResponse('The server cannot answer now; try later.'),
} as const;
