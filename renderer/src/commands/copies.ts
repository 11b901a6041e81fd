import type { DocId } from '#shared/domain/ids.ts';
import { fileNameOf } from '#shared/export/file-name.ts';
import { documentFile } from './document-file.ts';
import { tryStore } from './explain-failure.ts';
import type { OpenDocuments } from './open-documents.ts';
import type { Resources } from './resources.ts';
import type { Space } from './space.ts';

/** A file that a person asked for. */
export type Copy = { readonly name: string; readonly content: unknown };

/** One document as a file, with what is on the screen; null where it cannot be read. */
export const copyOf = async (
  space: Space,
  open: OpenDocuments,
  resources: Resources,
  id: DocId,
): Promise<Copy | null> => {
  const read = await tryStore(() => space.documents.read(id));
  if (!read.ok || read.value === undefined) return null;
  const state = open.asShown(read.value);
  const { titleField } = resources.forDocument(state);
  const name = fileNameOf(String(state.local[titleField] ?? ''), state.kind);
  return { name: `${name}.json`, content: documentFile(state, space.kind) };
};

/** Every document of a space that can be read, as one file; null where there are some and none can. */
export const copyOfAll = async (space: Space, open: OpenDocuments, now: number): Promise<Copy | null> => {
  const ids = await tryStore(() => space.documents.ids());
  if (!ids.ok) return null;
  const read = await Promise.all(ids.value.map((id) => tryStore(() => space.documents.read(id))));
  const content = read.flatMap((result) =>
    result.ok && result.value ? [documentFile(open.asShown(result.value), space.kind)] : [],
  );
  if (content.length === 0 && ids.value.length > 0) return null;
  return { name: `compact-desk-${new Date(now).toISOString().slice(0, 10)}.json`, content };
};
