import type { Problem, ProblemCode } from '#shared/sync/protocol.ts';

/** Status and title of each code; the code decides, the title is for people who read logs. */
const kinds: Readonly<Record<ProblemCode, readonly [status: number, title: string]>> = {
  malformed: [400, 'The request does not have the required form'],
  'token-expired': [401, 'The access token is missing, unknown or expired'],
  forbidden: [403, 'This account may not do that'],
  'not-found': [404, 'There is nothing here'],
  'cursor-expired': [410, 'The cursor is too far from what this server keeps'],
  'epoch-changed': [409, 'The server was restored since this client last spoke with it'],
  'schema-unsupported': [409, 'This server does not know that schema or template version'],
  'batch-too-large': [413, 'The request is larger than this server takes'],
  'unsupported-encoding': [415, 'This content type or encoding is not taken'],
  'too-many-requests': [429, 'Too many requests'],
  unavailable: [503, 'The server cannot answer now'],
  'mutation-mismatch': [422, 'Another change was already sent under this number'],
  'document-closed': [409, 'The document takes no changes any more'],
  'unknown-path': [422, 'The template of the document has no such field'],
  'bad-splice': [422, 'The splices do not fit the text they refer to'],
  'not-created': [404, 'The document does not exist'],
  'kind-mismatch': [409, 'The document exists with another kind or template'],
  'submission-mismatch': [409, 'Another submission was already sent under this id'],
  'stale-revision': [409, 'The document has moved on since this revision'],
  validation: [422, 'The document does not meet the rules of its template'],
  'already-submitted': [409, 'This round of the document was already received'],
  'content-mismatch': [409, 'The content hash is not that of the document at the server'],
  'wrong-round': [409, 'The document is in another round'],
  'attachments-missing': [409, 'The server does not have the bytes of every file'],
  cancelled: [409, 'This submission was cancelled'],
  'document-deleted': [409, 'The document was deleted'],
  'checksum-mismatch': [460, 'The bytes do not have the checksum that came with them'],
  'file-too-large': [413, 'The file is larger than this server takes'],
  'no-such-account': [404, 'There is no such account'],
  'not-on-behalf': [403, 'This cannot be sent on behalf of that person by this sender'],
  internal: [500, 'The server made a mistake'],
};

type Extras = Pick<Problem, 'detail' | 'findings' | 'receipt' | 'max' | 'missing'>;

const maxDetailLength = 1900;

/** An RFC 9457 problem. `detail` is cut to what the protocol allows. */
export const problem = (code: ProblemCode, detail?: string, extras: Omit<Extras, 'detail'> = {}): Problem => {
  const [status, title] = kinds[code];
  return {
    type: `urn:compact-desk:problem:${code}`,
    title,
    status,
    code,
    ...(detail === undefined ? {} : { detail: detail.slice(0, maxDetailLength).toWellFormed() }),
    ...extras,
  };
};
