import * as z from 'zod/mini';
import { localizedSchema } from './template.ts';

/** One entry of a list: its code as stored, its name, and for some a short name and a number. */
const termSchema = z.strictObject({
  code: z.string().check(z.minLength(1), z.maxLength(32)),
  name: localizedSchema,
  short: z.exactOptional(localizedSchema),
  /** Other names by which people look for it, in any language; it is never called by one. */
  aliases: z.exactOptional(z.array(z.string().check(z.minLength(1)))),
  /** What the entry belongs to: the goal of a target, the region of a country, the thematic area of an objective. */
  group: z.exactOptional(z.string()),
});
export type Term = z.infer<typeof termSchema>;

const terms = z.array(termSchema).check(z.minLength(1));

/** The closed lists that fields choose from (domain.md, section 5). */
export const vocabularySchema = z.strictObject({
  /** Codes "1" to "23". */
  objectives: terms,
  /** Codes "people-centred" and so on. */
  principles: terms,
  /** Codes "1" to "5", of the Migration MPTF. */
  thematicAreas: terms,
  /** Goals "1" to "17" and targets "10.7", grouped by goal. */
  sdgTargets: terms,
  /** ISO 3166-1 alpha-2 in upper case, "XK" for Kosovo (SCR 1244), "001" for Global; grouped by region. */
  countries: terms,
  /** UN M49 regions and sub-regions by three-digit code. */
  regions: terms,
  /** ISO 4217 codes that the budget and amounts offer. */
  currencies: terms,
  /** UNDG categories "1" to "7", and "indirect". */
  budgetCategories: terms,
});
export type Vocabulary = z.infer<typeof vocabularySchema>;
export type VocabularyList = keyof Vocabulary;
