import { useApp } from '#renderer/deps-context.ts';
import type { Vocabulary } from '#shared/domain/vocabulary.ts';

/** The lists that fields choose from. */
export const useVocabulary = (): Vocabulary => useApp().resources.vocabulary;
