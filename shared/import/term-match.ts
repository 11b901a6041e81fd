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

  /** By code, exact name, name without accents, or name before a bracket at the end, a colon or a dash; marks of direction aside. */
  find(text: string): TermMatch | null {
    const trimmed = text.trim();
    return (
      this.#named(text) ??
      this.#named(trimmed.replace(/\s+·\s.*$/su, ''), false) ??
      this.#named(trimmed.replace(/\s*[:–—].*$/su, ''), false)
    );
  }

  /** An entry by its whole name, also as an index turns it round ("Korea, Republic of"), or by how its name begins. */
  whole(text: string): TermMatch | null {
    const turned = /^([^,]+),([^,]+)$/u.exec(text);
    return (
      this.#named(text) ??
      (turned && this.#named(`${turned[2]} ${turned[1]}`, false)) ??
      this.#byBeginning(text, (name, bare) => `${name} `.startsWith(`${bare} `))
    );
  }

  /** The one entry whose name begins like the text or the other way round, at a word's end. */
  findByBeginning(text: string): TermMatch | null {
    return this.#byBeginning(
      text,
      (name, bare) => `${bare} `.startsWith(`${name} `) || `${name} `.startsWith(`${bare} `),
    );
  }

  #byBeginning(text: string, fits: (name: string, bare: string) => boolean): TermMatch | null {
    const bare = bareName(text);
    if (bare.length < 4) return null;
    const found = new Set<string>();
    for (const [name, code] of this.#bare)
      if (code !== null && name.length >= 4 && fits(name, bare)) found.add(code);
    const [only, ...others] = found;
    return only === undefined || others.length > 0 ? null : { code: only, isExact: false };
  }

  #named(text: string, canBeExact = true): TermMatch | null {
    const shown = text.replace(/[\u200e\u200f]/gu, '');
    const trimmed = shown.trim();
    const exact = this.#codes.has(trimmed) ? trimmed : this.#exact.get(trimmed);
    if (exact !== undefined) return { code: exact, isExact: canBeExact && trimmed === shown };
    for (const candidate of [
      trimmed,
      trimmed.replaceAll('&', ' and '),
      trimmed.replace(/(?:[([][^()[\]]{0,200}[)\]]?\s*)+$/u, ''),
    ]) {
      const upper = candidate.trim().toUpperCase();
      if (this.#codes.has(upper)) return { code: upper, isExact: false };
      const bare = bareName(candidate);
      const code = this.#bare.get(bare) ?? this.#bare.get(singular(bare));
      if (typeof code === 'string') return { code, isExact: false };
    }
    return null;
  }
}

const numberWords = 'objectives?|objetivos?|objectifs?|goals?|targets?|metas?|sdgs?|ods|odd';
const numbered = new RegExp(
  `^\\s*(?:gcm\\s+)?(?:(?:${numberWords})\\s*:?)?\\s*(?:no?\\.?|n[º°])?\\s*(\\d{1,2}(?:\\.\\d{1,2}|\\.[a-d])?)(?:\\s*[.:)·–—-]\\s*(\\D.*)|\\s*(?:[([].*)?)$`,
  'isu',
);

/** "Objective 13: …", "13. Detention", "ODS 10.7": the number, and the words after it. Null where it is no such text. */
export const numberedTerm = (text: string): { readonly code: string; readonly words: string } | null => {
  const [, code, words = ''] = numbered.exec(text) ?? [];
  return code === undefined ? null : { code: code.replace(/^0+(?=\d)/u, ''), words };
};

/** By code, name, number or beginning. A box that is not ticked names nothing. */
export const matchOf = (finder: TermFinder, text: string): TermMatch | null => {
  if (/[☐□]/u.test(text)) return null;
  const direct = finder.find(text);
  if (direct !== null) return direct;
  const byNumber = finder.find(numberedTerm(text)?.code ?? '');
  return byNumber === null ? finder.findByBeginning(text) : { ...byNumber, isExact: false };
};
