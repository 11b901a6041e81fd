import { docKinds } from '#shared/domain/document.ts';
import type { TemplateRef } from '#shared/domain/template.ts';
import { isOfKind } from '#shared/domain/template-versions.ts';
import { type Connection, done, type Step } from './connection.ts';
import type { TemplateStore } from './ports.ts';

/** A document of a kind that this version does not know would not be shown with its form either (VE6). */
const isOfKnownKind = (ref: TemplateRef): boolean => docKinds.some((kind) => isOfKind(ref, kind));

/** Asks for the forms that the Network told of and that are not here (FO2). One that it refuses holds up nothing. */
export const fetchTemplates = async (connection: Connection, store: TemplateStore): Promise<Step> => {
  for (const ref of connection.templatesTold) {
    if (!isOfKnownKind(ref) || store.isKnown(ref)) continue;
    const answer = await connection.transport.template(ref);
    if (answer.ok) await store.take(ref, answer.value.value);
    else if (answer.error.problem === null) return answer;
  }
  return done;
};
