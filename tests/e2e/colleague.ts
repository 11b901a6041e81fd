import type { DocKind } from '#shared/domain/document.ts';
import type { FieldMap } from '#shared/domain/field-value.ts';
import type { DocId } from '#shared/domain/ids.ts';
import { type TemplateRef, templateRefOf } from '#shared/domain/template.ts';
import { aDoc, setAll, signIn } from '#tests/contract/network-client.ts';
import { templateOf } from './documents.ts';

/** Puts a document into the training network as a colleague would; laptops then have it from there. */
export async function bring(
  url: string,
  kind: DocKind,
  fields: FieldMap,
  template: TemplateRef = templateRefOf(templateOf(kind)),
): Promise<DocId> {
  const colleague = await signIn(url);
  const doc = aDoc();
  const outcome = await colleague.pushOne({
    doc,
    n: 1,
    create: { kind, template },
    ops: [...setAll(fields)],
  });
  if (outcome.outcome !== 'applied') throw new Error(JSON.stringify(outcome));
  return doc;
}
