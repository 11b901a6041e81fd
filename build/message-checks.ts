import { type MessageFormatElement, parse, TYPE } from '@formatjs/icu-messageformat-parser';

/** Messages of one language by id. */
export type MessageCatalog = Readonly<Record<string, string>>;

/** Ids that source code names: whole, and with a part that is filled in at run time. */
export type MessageUses = {
  readonly ids: ReadonlySet<string>;
  readonly patterns: readonly RegExp[];
};

/** Words and marks that the screens do not use (look.md, section 7). */
const notThis = /\b(oops|successfully|éxito)\b|!|¡/iu;

/** `settings.json` begins like an id and is none. */
const fileName = /\.(json|css|html|tsx?|js)$/;

const literal = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Finds the message ids in one source text. `rooms` are the first parts that ids begin with. */
export const messageUses = (source: string, rooms: ReadonlySet<string>): MessageUses => {
  const ids = new Set<string>();
  for (const [, text = ''] of source.matchAll(/['"]([a-z][\w-]*(?:\.[\w-]+)+)['"]/g)) {
    if (rooms.has(text.split('.', 1)[0] ?? '') && !fileName.test(text)) ids.add(text);
  }
  const patterns: RegExp[] = [];
  for (const [, text = ''] of source.matchAll(/`([a-z][\w-]*\.(?:[\w.-]|\$\{[^`]*?\})*)`/g)) {
    if (!text.includes('${') || !rooms.has(text.split('.', 1)[0] ?? '')) continue;
    const parts = text.split(/\$\{[^}]*\}/).map(literal);
    patterns.push(new RegExp(`^${parts.join('[\\w-]+')}$`));
  }
  return { ids, patterns };
};

/** Arguments of a message with what each is: `{count, plural, …}` → `count: plural`. */
const argumentsOf = (elements: readonly MessageFormatElement[]): ReadonlySet<string> => {
  const found = new Set<string>();
  const visit = (list: readonly MessageFormatElement[]): void => {
    for (const element of list) {
      if (element.type === TYPE.literal || element.type === TYPE.pound) continue;
      if (element.type === TYPE.plural || element.type === TYPE.select) {
        found.add(`${element.value}: ${element.type === TYPE.plural ? 'plural' : 'select'}`);
        for (const option of Object.values(element.options)) visit(option.value);
      } else if (element.type === TYPE.tag) {
        found.add(`<${element.value}>`);
        visit(element.children);
      } else found.add(element.value);
    }
  };
  visit(elements);
  return found;
};

/** Plural forms that the language does not have. */
const strangeForms = (elements: readonly MessageFormatElement[], language: string): readonly string[] => {
  const strange: string[] = [];
  const visit = (list: readonly MessageFormatElement[]): void => {
    for (const element of list) {
      if (element.type === TYPE.plural) {
        const type = element.pluralType ?? 'cardinal';
        const forms: readonly string[] = new Intl.PluralRules(language, { type }).resolvedOptions()
          .pluralCategories;
        strange.push(
          ...Object.keys(element.options).filter((form) => !form.startsWith('=') && !forms.includes(form)),
        );
      }
      if (element.type === TYPE.plural || element.type === TYPE.select) {
        for (const option of Object.values(element.options)) visit(option.value);
      } else if (element.type === TYPE.tag) visit(element.children);
    }
  };
  visit(elements);
  return strange;
};

const nameOnly = (argument: string): string => argument.split(':', 1)[0] ?? argument;

const checkOne = (
  id: string,
  text: string,
  language: string,
  english: string | undefined,
): readonly string[] => {
  const problem = (what: string): string => `${language} ${id}: ${what}`;
  if (text.trim() === '') return [problem('is empty')];
  const problems: string[] = [];
  if (notThis.test(text)) problems.push(problem('uses a word or mark that the screens do not use'));
  try {
    const elements = parse(text);
    problems.push(...strangeForms(elements, language).map((form) => problem(`has no plural form “${form}”`)));
    if (english === undefined) return problems;
    const here = new Set([...argumentsOf(elements)].map(nameOnly));
    const there = new Set([...argumentsOf(parse(english))].map(nameOnly));
    const differs = [
      ...[...here].filter((name) => !there.has(name)),
      ...[...there].filter((name) => !here.has(name)),
    ];
    if (differs.length > 0) {
      problems.push(problem(`has other arguments than English: ${differs.join(', ')}`));
    }
  } catch (cause) {
    problems.push(problem(`is not ICU: ${String(cause)}`));
  }
  return problems;
};

/**
 * Everything that is wrong with the messages: ids named in the source but missing, ids that nothing
 * names, ids that a language lacks, arguments that differ, plural forms that a language does not have.
 */
export const checkMessages = (
  catalogs: Readonly<Record<string, MessageCatalog>>,
  uses: MessageUses,
): readonly string[] => {
  const english = catalogs.en ?? {};
  const known = new Set(Object.keys(english));
  const isUsed = (id: string): boolean =>
    uses.ids.has(id) || uses.patterns.some((pattern) => pattern.test(id));
  return [
    ...[...uses.ids]
      .filter((id) => !known.has(id))
      .map((id) => `en ${id}: is named in the source but missing`),
    ...uses.patterns
      .filter((pattern) => ![...known].some((id) => pattern.test(id)))
      .map((pattern) => `en ${pattern.source}: no message answers to it`),
    ...[...known].filter((id) => !isUsed(id)).map((id) => `en ${id}: nothing uses it`),
    ...Object.entries(catalogs).flatMap(([language, messages]) => [
      ...[...known].filter((id) => !(id in messages)).map((id) => `${language} ${id}: is missing`),
      ...Object.keys(messages)
        .filter((id) => !known.has(id))
        .map((id) => `${language} ${id}: English does not have it`),
      ...Object.entries(messages).flatMap(([id, text]) => checkOne(id, text, language, english[id])),
    ]),
  ];
};
