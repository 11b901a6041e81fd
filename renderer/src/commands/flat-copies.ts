import { attachmentsIn } from '#shared/domain/attachment.ts';
import { isAsked } from '#shared/domain/condition.ts';
import { rootOf } from '#shared/domain/field-path.ts';
import { localized, type Template, templateFields } from '#shared/domain/template.ts';
import { fileNameOf } from '#shared/export/file-name.ts';
import type { CopyMaterial, MadeCopy } from './copy-makers.ts';

const wordType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** The names of fields as the copy's language has them, each once. */
const namesOf = (template: Template, ids: readonly string[], language: string): readonly string[] =>
  [...new Set(ids)].map((id) => {
    const field = templateFields(template).find((one) => one.id === id);
    return field === undefined ? id : localized(field.label, language);
  });

/** A concept note as an IATI activity. */
export const iatiCopy = async (material: CopyMaterial): Promise<MadeCopy> => {
  const { state, template, vocabulary, withContacts, now } = material;
  const [{ iatiFile, iatiRemarkFields }, model] = await Promise.all([
    import('#shared/export/iati/iati.ts'),
    material.model(),
  ]);
  const { xml, remarks } = iatiFile(state.local, vocabulary, {
    id: state.id,
    language: model.writtenLanguage,
    generatedAt: new Date(now).toISOString(),
    withContacts,
  });
  const fields = remarks.map((remark) => iatiRemarkFields[remark]);
  return {
    made: 'file',
    ending: 'xml',
    bytes: new TextEncoder().encode(xml),
    leftOut: namesOf(template, fields, model.language),
  };
};

/** A pledge as the payload of the public web form. Contacts that were not asked for are no surprise: not named. */
export const webformCopy = async (material: CopyMaterial): Promise<MadeCopy> => {
  const { state, template, withContacts } = material;
  const [{ webformPayload }, model] = await Promise.all([
    import('#shared/export/webform.ts'),
    material.model(),
  ]);
  const { payload, leftOut } = webformPayload(template, model, state.local, withContacts);
  const fields = leftOut.filter(({ reason }) => reason !== 'contacts').map(({ field }) => rootOf(field));
  return {
    made: 'file',
    ending: 'json',
    bytes: new TextEncoder().encode(`${JSON.stringify(payload, null, 2)}\n`),
    leftOut: namesOf(template, fields, model.language),
  };
};

/** A letter with the Word file and the document's attachments; one whose bytes cannot be had now is named. */
export const emailCopy = async (material: CopyMaterial, word: Uint8Array): Promise<MadeCopy> => {
  const { state, template, fileBytes, now, random } = material;
  const [{ emlFile }, model] = await Promise.all([import('#shared/export/eml.ts'), material.model()]);
  const attached = await Promise.all(
    templateFields(template)
      .filter((field) => field.kind === 'attachments' && isAsked(field, state.local))
      .flatMap(({ id }) => attachmentsIn(state.local, id))
      .map(async (attachment) => ({ ...attachment, bytes: await fileBytes(attachment) })),
  );
  const title = model.title.text;
  const eml = emlFile({
    to: [],
    subject: `${model.training === null ? '' : `[${model.training.text}] `}${model.kindName.text}: ${title}`,
    text: [title, `${model.standing.text}, ${model.date.text}`, ...model.notes.map(({ text }) => text)]
      .filter((line) => line !== '')
      .join('\n\n'),
    files: [
      { name: `${fileNameOf(title, state.kind)}.docx`, type: wordType, bytes: word },
      ...attached.flatMap(({ name, type, bytes }) => (bytes === null ? [] : [{ name, type, bytes }])),
    ],
    now,
    random: random(16),
  });
  return {
    made: 'file',
    ending: 'eml',
    bytes: new TextEncoder().encode(eml),
    leftOut: attached.filter(({ bytes }) => bytes === null).map(({ name }) => name),
  };
};
