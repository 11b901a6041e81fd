import { countCharacters, countWords } from '#shared/domain/measure.ts';
import { afresh, type Recall } from '#shared/domain/recall.ts';
import type { Limit } from '#shared/domain/template.ts';

/** What stands at the end under a text: how much of how much. */
export type Counter = {
  readonly unit: 'characters' | 'words';
  readonly count: number;
  readonly min: number | null;
  readonly max: number | null;
  /** `near` from 90% of the most that is allowed, `over` beyond it. */
  readonly state: 'fine' | 'near' | 'over';
};

const limitOf = (limits: readonly Limit[], kind: Limit['kind']): number | null =>
  limits.find((limit) => limit.kind === kind)?.value ?? null;

/** Counts a text as the checks do; null when the field has no limit on its length. */
export const counterOf = (
  text: string,
  limits: readonly Limit[],
  recall: Recall = afresh,
): Counter | null => {
  const byWords = limits.some(({ kind }) => kind === 'minWords' || kind === 'maxWords');
  const min = limitOf(limits, byWords ? 'minWords' : 'minChars');
  const max = limitOf(limits, byWords ? 'maxWords' : 'maxChars');
  if (min === null && max === null) return null;
  const count = byWords ? countWords(text, recall) : countCharacters(text.trim());
  const state = max === null || count < max * 0.9 ? 'fine' : count > max ? 'over' : 'near';
  return { unit: byWords ? 'words' : 'characters', count, min, max, state };
};
