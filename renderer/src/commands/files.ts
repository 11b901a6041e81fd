import type { FileStanding } from '#renderer/data/file-repository.ts';
import {
  type Attachment,
  attachmentsIn,
  maxAttachmentBytes,
  type Sha256,
} from '#shared/domain/attachment.ts';
import type { FieldPath } from '#shared/domain/field-path.ts';
import { fileKind, isTakenType, mimeTypes } from '#shared/domain/file-type.ts';
import { safeFileName } from '#shared/domain/safe-file-name.ts';
import type { TemplateField } from '#shared/domain/template.ts';
import type { Failure } from '#shared/errors.ts';
import { err, ok, type Result } from '#shared/result.ts';
import type { DocumentSession } from './document-session.ts';
import { tryStore } from './explain-failure.ts';
import type { Space } from './space.ts';

/** Why a file was not added. */
export type FileRefusal =
  | { readonly code: 'empty' | 'too-many' | 'not-readable' }
  | { readonly code: 'too-large'; readonly maxBytes: number }
  | { readonly code: 'wrong-type'; readonly types: readonly string[] }
  | { readonly code: 'store'; readonly failure: Failure };

/** A file of a field, and where its bytes are. */
export type FileView = Attachment & FileStanding;

type AttachmentField = Extract<TemplateField, { kind: 'attachments' }>;

/** A file as a person chose it. */
export type ChosenFile = {
  readonly name: string;
  readonly bytes: () => Promise<Uint8Array<ArrayBuffer>>;
  readonly sizeBytes: number;
};

const hex = (bytes: ArrayBuffer): string =>
  Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, '0')).join('');

/** Lower-case hex of the sha256 of bytes. */
export const hashOfBytes = async (bytes: Uint8Array<ArrayBuffer>): Promise<Sha256> =>
  hex(await crypto.subtle.digest('SHA-256', bytes));

/** Checks a chosen file by its content, keeps it on this laptop, and adds it to the field. */
export const addFile = async (
  space: Space,
  session: DocumentSession,
  field: AttachmentField,
  path: FieldPath,
  chosen: ChosenFile,
): Promise<Result<void, FileRefusal>> => {
  const maxBytes = Math.min(field.maxBytes, maxAttachmentBytes);
  if (chosen.sizeBytes === 0) return err({ code: 'empty' });
  if (chosen.sizeBytes > maxBytes) return err({ code: 'too-large', maxBytes });
  // With little room left on the disk, the words go first (sync-protocol.md, Safety copy).
  const standing = space.journal?.getSnapshot();
  if (standing === 'low' || standing === 'full')
    return err({ code: 'store', failure: { code: 'store-full' } });
  const known = attachmentsIn(session.getSnapshot().values, path);
  const most = field.limits?.find(({ kind }) => kind === 'maxItems')?.value;
  if (most !== undefined && known.length >= most) return err({ code: 'too-many' });
  const read = await chosen.bytes().then(ok, () => err({ code: 'not-readable' as const }));
  if (!read.ok) return read;
  const bytes = read.value;
  const kind = fileKind(bytes, chosen.name);
  const type = kind === null ? undefined : mimeTypes[kind];
  if (type === undefined || !isTakenType(type, field.fileTypes)) {
    return err({ code: 'wrong-type', types: field.fileTypes });
  }
  const sha256 = await hashOfBytes(bytes);
  const file = { sha256, type, sizeBytes: bytes.length };
  const kept = await tryStore(() => space.files.keep(file, bytes));
  if (!kept.ok) return err({ code: 'store', failure: kept.error });
  session.addFile(path, { ...file, name: safeFileName(chosen.name) });
  await session.flush();
  space.sync?.noteEdit();
  return ok(undefined);
};

/** Tells where the files of a field stand, now and whenever that changes; answers how to stop. */
export const watchFiles = (
  space: Space,
  attachments: readonly Attachment[],
  listener: (files: readonly FileView[]) => void,
): (() => void) =>
  space.files.watchStanding(
    attachments.map(({ sha256 }) => sha256),
    (standing) =>
      listener(
        attachments.map((attachment) => ({
          ...attachment,
          ...(standing.get(attachment.sha256) ?? { isHere: false, isSent: false }),
        })),
      ),
  );

/** The bytes of a file: this laptop's, or fetched from the Network. */
export const bytesOfFile = async (
  space: Space,
  { sha256, type, sizeBytes }: Attachment,
): Promise<Result<Uint8Array<ArrayBuffer>, Failure>> => {
  const here = await tryStore(() => space.files.bytes(sha256));
  if (!here.ok) return here;
  if (here.value !== undefined) return ok(here.value);
  if (space.sync === null) return err({ code: 'not-found' });
  const fetched = await space.sync.fetchFile({ sha256, type, sizeBytes }, hashOfBytes);
  if (!fetched.ok) return fetched;
  const now = await tryStore(() => space.files.bytes(sha256));
  if (!now.ok) return now;
  return now.value === undefined ? err({ code: 'not-found' }) : ok(now.value);
};
