import type { DocKind } from '#shared/domain/document.ts';
import { type FieldMap, normalValue } from '#shared/domain/field-value.ts';
import type { DocId } from '#shared/domain/ids.ts';
import type { TemplateRef } from '#shared/domain/template.ts';
import { canonicalJson, type Json } from './canonical-json.ts';
import { sha256Hex } from './hash.ts';

/** What a submission hands over, as it is hashed: live paths only. */
export type SubmittedContent = {
  readonly doc: DocId;
  readonly kind: DocKind;
  readonly template: TemplateRef;
  readonly fields: FieldMap;
};

/** sha256 of the RFC 8785 form of `{doc, kind, template, fields}`, sets sorted (sync-protocol.md, 4). */
export const contentHash = (content: SubmittedContent): string => {
  const fields = Object.fromEntries(
    Object.entries(content.fields).map(([path, value]) => [path, normalValue(value) as Json]),
  );
  return sha256Hex(
    canonicalJson({ doc: content.doc, kind: content.kind, template: content.template, fields }),
  );
};

/** The same for fields of a document that is at hand. */
export const hashOf = (
  document: Pick<SubmittedContent, 'kind' | 'template'> & { readonly id: DocId },
  fields: FieldMap,
): string => contentHash({ doc: document.id, kind: document.kind, template: document.template, fields });
