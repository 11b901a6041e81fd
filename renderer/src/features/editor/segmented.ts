import type { Option } from '#shared/domain/template.ts';

const mostSegments = 4;
const mostCharacters = 64;

/** Whether the options of a choice stand side by side; more or longer ones go into a list that opens. */
export const isSegmented = (options: readonly Option[]): boolean =>
  options.length <= mostSegments &&
  options.reduce((sum, { label }) => sum + Math.max(label.en.length, label.es?.length ?? 0), 0) <=
    mostCharacters;
