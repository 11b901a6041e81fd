import type { StoredTemplate } from '#renderer/data/template-repository.ts';
import type { SignedTemplate } from '#renderer/sync/ports.ts';
import { readTemplate } from '#shared/domain/read-template.ts';
import type { Template, TemplateRef } from '#shared/domain/template.ts';
import { isSigned, keysFor } from './template-signature.ts';

/** What a form that came from the Network is worth here; one without the Network's signature is not even kept. */
export type Judged =
  | { readonly standing: 'usable'; readonly file: string; readonly template: Template }
  | { readonly standing: 'unusable'; readonly file: string }
  | { readonly standing: 'not-signed' };

const notSigned: Judged = { standing: 'not-signed' };

const judgeFile = (ref: TemplateRef, file: string): Judged => {
  const read = readTemplate(ref, file);
  if (read.ok) return { standing: 'usable', file, template: read.value };
  // Signed as another form than the one that was asked for: somebody put it there.
  return read.error === 'another' ? notSigned : { standing: 'unusable', file };
};

/** Judges what the server at this address handed out as the form `ref` (FO3, FO4). */
export const judge = async (ref: TemplateRef, signed: SignedTemplate, serverUrl: string): Promise<Judged> =>
  (await isSigned(signed, keysFor(serverUrl)))
    ? judgeFile(ref, new TextDecoder().decode(signed.bytes))
    : notSigned;

/** Judges a form that was kept: a newer app may know more kinds of fields, or no longer pin its key. */
export const judgeKept = ({ ref, keyId, file }: StoredTemplate, serverUrl: string): Judged =>
  keysFor(serverUrl).some(({ id }) => id === keyId) ? judgeFile(ref, file) : notSigned;
