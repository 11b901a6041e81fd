import type { DocKind } from '#shared/domain/document.ts';
import type { Template } from '#shared/domain/template.ts';
import { useForms } from './use-forms.ts';

/** The newest version of the form of a kind on this laptop; another one as soon as the Network has told of it. */
export const useNewestTemplate = (kind: DocKind): Template => useForms().resources.newest(kind);
