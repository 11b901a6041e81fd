import type { DocKind } from './document.ts';
import type { TemplateRef } from './template.ts';

/** The version that a reference such as `pledge@2` names. */
export const versionOf = (ref: TemplateRef): number => Number(ref.slice(ref.indexOf('@') + 1));

/** Whether `ref` is a later version of the same form as `than`. */
export const isLaterVersion = (ref: TemplateRef, than: TemplateRef): boolean =>
  ref.split('@')[0] === than.split('@')[0] && versionOf(ref) > versionOf(than);

/** Whether `ref` is a version of the form of `kind`. */
export const isOfKind = (ref: TemplateRef, kind: DocKind): boolean => ref.startsWith(`${kind}@`);
