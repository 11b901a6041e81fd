import { useApp } from '#renderer/deps-context.ts';
import type { DocKind } from '#shared/domain/document.ts';
import type { Template } from '#shared/domain/template.ts';

/** The newest version of the form of a kind that this app has. */
export const useNewestTemplate = (kind: DocKind): Template => useApp().resources.newest(kind);
