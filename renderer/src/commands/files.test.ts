import { expect, test, vi } from 'vitest';
import type { JournalStanding } from '#renderer/data/journal.ts';
import type { TemplateField } from '#shared/domain/template.ts';
import type { DocumentSession } from './document-session.ts';
import { addFile } from './files.ts';
import type { Space } from './space.ts';

const field: Extract<TemplateField, { kind: 'attachments' }> = {
  id: 'letter',
  kind: 'attachments',
  label: { en: 'Letter' },
  fileTypes: ['pdf'],
  maxBytes: 1000,
};

test.each(['low', 'full'] as const)('no file is kept while the room on the disk is %s', async (standing) => {
  const space = { journal: { getSnapshot: (): JournalStanding => standing } } as unknown as Space;
  const bytes = vi.fn();
  const chosen = { name: 'letter.pdf', sizeBytes: 300, bytes };
  expect(await addFile(space, {} as DocumentSession, field, field.id, chosen)).toEqual({
    ok: false,
    error: { code: 'store', failure: { code: 'store-full' } },
  });
  expect(bytes).not.toHaveBeenCalled();
});
