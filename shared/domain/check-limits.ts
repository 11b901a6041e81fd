import { assertNever } from '#shared/assert.ts';
import { listKinds, setKinds, textKinds } from './field-kinds.ts';
import type { FieldValue } from './field-value.ts';
import type { Finding, FindingCode } from './finding.ts';
import { countCharacters, countWords } from './measure.ts';
import { afresh, type Recall } from './recall.ts';
import type { FieldKind, Limit, LimitKind } from './template.ts';

const codeOf: Readonly<Record<LimitKind, FindingCode>> = {
  minChars: 'too-short',
  maxChars: 'too-long',
  minWords: 'too-few-words',
  maxWords: 'too-many-words',
  minItems: 'too-few-items',
  maxItems: 'too-many-items',
  min: 'below-minimum',
  max: 'above-maximum',
};

const countedKinds: readonly FieldKind[] = [...setKinds, 'attachments', ...listKinds];
const numberKinds: readonly FieldKind[] = ['integer', 'marker'];

/** The kinds of fields that a limit can concern; of any other it says nothing. */
export const kindsWithLimit = (kind: LimitKind): readonly string[] => {
  if (kind === 'min' || kind === 'max') return numberKinds;
  return kind === 'minItems' || kind === 'maxItems' ? countedKinds : textKinds;
};

/** Size of a value in the unit of a limit; undefined when the limit does not concern such a value. */
const sizeIn = (kind: LimitKind, value: FieldValue | number, recall: Recall): number | undefined => {
  switch (kind) {
    case 'minChars':
    case 'maxChars':
      return typeof value === 'string' ? countCharacters(value.trim()) : undefined;
    case 'minWords':
    case 'maxWords':
      return typeof value === 'string' ? countWords(value, recall) : undefined;
    case 'minItems':
    case 'maxItems':
      return Array.isArray(value) ? value.length : undefined;
    case 'min':
    case 'max':
      return typeof value === 'number' ? value : undefined;
    default:
      return assertNever(kind);
  }
};

/** The limits that a value oversteps. `params`: `limit` and `actual` in the limit's unit. */
export const checkLimits = (
  path: string,
  limits: readonly Limit[],
  value: FieldValue,
  recall: Recall = afresh,
): readonly Finding[] =>
  limits.flatMap((limit): readonly Finding[] => {
    const actual = sizeIn(limit.kind, value, recall);
    if (actual === undefined) return [];
    const within = limit.kind.startsWith('min') ? actual >= limit.value : actual <= limit.value;
    if (within) return [];
    const params = { limit: limit.value, actual };
    return [{ path, code: codeOf[limit.kind], severity: limit.severity, source: limit.source, params }];
  });

/** The same for the number of items of a list. */
export const checkItemCount = (path: string, limits: readonly Limit[], count: number): readonly Finding[] =>
  checkLimits(
    path,
    limits.filter((limit) => limit.kind === 'minItems' || limit.kind === 'maxItems'),
    Array.from({ length: count }, (_, index) => String(index)),
  );
