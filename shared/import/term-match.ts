import type { Localized } from '#shared/domain/template.ts';

/** Something with a code and a name: an option of a choice, an entry of a list. */
export type NamedCode = {
  readonly code: string;
  readonly name: Localized;
  readonly short?: Localized | undefined;
};

/** `exact`: the text is the code or one of its names, letter by letter; else it was only understood. */
export type TermMatch = { readonly code: string; readonly isExact: boolean };

/** Lower case, without accents and punctuation, single blanks: how names are compared. */
export const bareName = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** The same without endings of the plural. */
const singular = (bare: string): string => bare.replace(/(?<=\p{L}{3})s(?=\s|$)/gu, '');

/** Names that documents use and no list has. Source: common usage, and the older web form. */
const otherNames: Readonly<Record<string, string>> = {
  usa: 'US',
  us: 'US',
  'united states': 'US',
  'estados unidos': 'US',
  eeuu: 'US',
  uk: 'GB',
  'united kingdom': 'GB',
  'great britain': 'GB',
  'reino unido': 'GB',
  bolivia: 'BO',
  venezuela: 'VE',
  tanzania: 'TZ',
  moldova: 'MD',
  iran: 'IR',
  syria: 'SY',
  'south korea': 'KR',
  'north korea': 'KP',
  russia: 'RU',
  turkey: 'TR',
  turquia: 'TR',
  'ivory coast': 'CI',
  'cape verde': 'CV',
  swaziland: 'SZ',
  macedonia: 'MK',
  'czech republic': 'CZ',
  laos: 'LA',
  vietnam: 'VN',
  kosovo: 'XK',
  palestine: 'PS',
  'democratic republic of congo': 'CD',
  drc: 'CD',
  global: '001',
  mundial: '001',
  worldwide: '001',
  'todo el mundo': '001',
};

const allNames = ({ name, short }: NamedCode): readonly string[] => [
  ...Object.values(name),
  ...(short ? Object.values(short) : []),
];

/** Finds entries of one list by code or by name in any language. */
export class TermFinder {
  readonly #exact = new Map<string, string>();
  readonly #bare = new Map<string, string | null>();
  readonly #codes: ReadonlySet<string>;

  constructor(terms: readonly NamedCode[]) {
    this.#codes = new Set(terms.map(({ code }) => code));
    for (const term of terms) {
      for (const name of allNames(term)) {
        // As documents quote a list with its numbers: "13 · Detention".
        for (const quoted of [name, `${term.code} · ${name}`])
          if (!this.#exact.has(quoted)) this.#exact.set(quoted, term.code);
        const bare = bareName(name);
        const other = this.#bare.get(bare);
        if (bare === '') continue;
        // What two entries are called is nobody's name.
        this.#bare.set(bare, other === undefined || other === term.code ? term.code : null);
      }
      const word = bareName(term.code);
      if (/^\p{L}{5}/u.test(word) && !this.#bare.has(word)) this.#bare.set(word, term.code);
    }
    for (const [name, code] of [...this.#bare]) {
      const one = singular(name);
      if (!this.#bare.has(one)) this.#bare.set(one, code);
    }
    for (const [name, code] of Object.entries(otherNames)) {
      if (this.#codes.has(code) && !this.#bare.has(name)) this.#bare.set(name, code);
    }
  }

  /** By code, exact name, name without accents, or name before a bracket, a colon or a number; marks of direction aside. */
  find(text: string): TermMatch | null {
    const shown = text.replace(/[\u200e\u200f]/gu, '');
    const trimmed = shown.trim();
    if (this.#codes.has(trimmed)) return { code: trimmed, isExact: trimmed === shown };
    const exact = this.#exact.get(trimmed);
    if (exact !== undefined) return { code: exact, isExact: trimmed === shown };
    for (const candidate of [
      trimmed,
      trimmed.replace(/\s*[([].*$/su, ''),
      trimmed.replace(/\s+·\s.*$/su, ''),
      trimmed.replace(/\s*[:–—].*$/su, ''),
    ]) {
      const upper = candidate.toUpperCase();
      if (this.#codes.has(upper)) return { code: upper, isExact: false };
      const bare = bareName(candidate);
      const code = this.#bare.get(bare) ?? this.#bare.get(singular(bare));
      if (typeof code === 'string') return { code, isExact: false };
    }
    return null;
  }

  /** The one entry whose name begins like the text or the other way round, at a word's end. */
  findByBeginning(text: string): TermMatch | null {
    const bare = bareName(text);
    if (bare.length < 4) return null;
    const found = new Set<string>();
    for (const [name, code] of this.#bare) {
      if (
        code !== null &&
        name.length >= 4 &&
        (`${bare} `.startsWith(`${name} `) || `${name} `.startsWith(`${bare} `))
      )
        found.add(code);
    }
    const [only, ...others] = found;
    return only === undefined || others.length > 0 ? null : { code: only, isExact: false };
  }
}
