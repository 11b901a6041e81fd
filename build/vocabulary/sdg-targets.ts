import type { Term } from '#shared/domain/vocabulary.ts';
import { sdgWordings } from './sdg-wordings.ts';

const goalOf = (code: string): string | undefined => (code.includes('.') ? code.split('.', 1)[0] : undefined);

/** The 17 goals, each followed by its targets; a target is grouped under its goal, a goal under nothing. */
export const sdgTargets = (): readonly Term[] =>
  sdgWordings.map(({ code, ...name }) => {
    const group = goalOf(code);
    return { code, name, ...(group === undefined ? {} : { group }) };
  });
