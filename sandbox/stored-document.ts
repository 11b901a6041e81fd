import type { DocKind, ServerStage } from '#shared/domain/document.ts';
import type { FieldValue } from '#shared/domain/field-value.ts';
import type { DocId } from '#shared/domain/ids.ts';
import type { TemplateRef } from '#shared/domain/template.ts';
import type { FieldState } from '#shared/sync/protocol.ts';
import { integerOf, type Row, textOf } from './database.ts';

/** A document as the server keeps it, without its fields. */
export type StoredDocument = {
  readonly id: DocId;
  readonly realm: string;
  readonly kind: DocKind;
  readonly template: TemplateRef;
  /** +1 with every applied mutation. */
  readonly rev: number;
  readonly stage: ServerStage;
  readonly round: number;
  /** Sequence at which anything but a field or a comment last changed: creation, stage, members, receipt. */
  readonly metaSeq: number;
  readonly isDeleted: boolean;
};

/** A field as the server keeps it; `v` undefined is a tombstone. `fr`: revision of its last change. */
export type StoredField = { readonly v: FieldValue | undefined; readonly fr: number };

/** Columns for `documentOf`. */
export const documentColumns =
  'd.id, d.realm, d.kind, d.template, d.rev, d.stage, d.round, d.meta_seq, d.deleted';

export const documentOf = (row: Row): StoredDocument => ({
  id: textOf(row, 'id') as DocId,
  realm: textOf(row, 'realm'),
  kind: textOf(row, 'kind') as DocKind,
  template: textOf(row, 'template'),
  rev: integerOf(row, 'rev'),
  stage: textOf(row, 'stage') as ServerStage,
  round: integerOf(row, 'round'),
  metaSeq: integerOf(row, 'meta_seq'),
  isDeleted: row.deleted === true,
});

/** A field of a row with `v` as text, `fr` and `deleted`. */
export const fieldOf = (row: Row): StoredField => ({
  v: row.deleted === true ? undefined : (JSON.parse(textOf(row, 'v')) as FieldValue),
  fr: integerOf(row, 'fr'),
});

/** A field as it goes over the wire. */
export const fieldStateOf = ({ v, fr }: StoredField): FieldState =>
  v === undefined ? { fr, deleted: true } : { v: v as Exclude<FieldState['v'], undefined>, fr };
