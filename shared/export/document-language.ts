import type { FieldMap } from '#shared/domain/field-value.ts';
import { type Language, languages } from '#shared/domain/template.ts';

/** Scripts that tell a language where the document does not. */
const scripts: readonly (readonly [Language, RegExp])[] = [
  ['ar', /\p{Script=Arabic}/gu],
  ['zh', /\p{Script=Han}/gu],
  ['ru', /\p{Script=Cyrillic}/gu],
];

/**
 * The language of a document: its own (`textLanguage`) where it says so; else the one that most of its letters are
 * of, where a script tells it; else that of the screens.
 */
export const documentLanguage = (values: FieldMap, screen: string): Language => {
  const own = languages.find((language) => language === values.textLanguage);
  if (own !== undefined) return own;
  const written = Object.values(values)
    .filter((value) => typeof value === 'string')
    .join(' ');
  const letters = written.match(/\p{L}/gu)?.length ?? 0;
  const told = scripts.find(([, script]) => (written.match(script)?.length ?? 0) * 2 > letters);
  return told?.[0] ?? languages.find((language) => language === screen.split('-')[0]) ?? 'en';
};
