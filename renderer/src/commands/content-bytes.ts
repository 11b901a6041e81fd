import type { FieldMap } from '#shared/domain/field-value.ts';
import { utf8Bytes } from '#shared/domain/field-value.ts';

/** Bytes of the whole text of a document as the Network has it after a submission, before compression. */
export const contentBytes = (values: FieldMap): number => utf8Bytes(JSON.stringify(values));
