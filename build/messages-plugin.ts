import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type MessageFormatElement, parse, TYPE } from '@formatjs/icu-messageformat-parser';
import type { Plugin } from 'vite';

const messagesFolder = fileURLToPath(new URL('../shared/messages/', import.meta.url));

/** Those that have messages. */
export const screenLanguages: readonly string[] = readdirSync(messagesFolder);

const prefix = 'virtual:messages/';
const resolved = `\0${prefix}`;

/** Every message of one language by id, from all rooms' files. Throws when an id stands in two files. */
export const readMessages = (language: string): Record<string, string> => {
  const folder = join(messagesFolder, language);
  const messages: Record<string, string> = {};
  for (const file of readdirSync(folder).sort()) {
    if (!file.endsWith('.json')) continue;
    for (const [id, text] of Object.entries<string>(JSON.parse(readFileSync(join(folder, file), 'utf8')))) {
      if (id in messages) throw new Error(`Message ${id} stands twice in shared/messages/${language}`);
      messages[id] = text;
    }
  }
  return messages;
};

/** Right-to-left marks around every literal: layouts can be looked at without knowing the language. */
const mirrored = (elements: MessageFormatElement[]): MessageFormatElement[] =>
  elements.map((element) => {
    if (element.type === TYPE.literal) {
      const core = element.value.trim();
      return core === ''
        ? element
        : { ...element, value: element.value.replace(core, `\u202e${core}\u202c`) };
    }
    if (element.type === TYPE.plural || element.type === TYPE.select) {
      const options = Object.fromEntries(
        Object.entries(element.options).map(([key, option]) => [key, { value: mirrored(option.value) }]),
      );
      return { ...element, options } as MessageFormatElement;
    }
    return element.type === TYPE.tag ? { ...element, children: mirrored(element.children) } : element;
  });

const compile = (language: string): string => {
  const pseudo = language === 'en-XB';
  const compiled = Object.fromEntries(
    Object.entries(readMessages(pseudo ? 'en' : language)).map(([id, text]) => {
      const elements = parse(text);
      return [id, pseudo ? mirrored(elements) : elements];
    }),
  );
  return `export const messages = JSON.parse(${JSON.stringify(JSON.stringify(compiled))});`;
};

/**
 * `virtual:messages/<language>` is all messages of a language compiled from ICU to syntax trees, so that
 * the window neither carries the parser nor runs it.
 */
export const messagesPlugin = (): Plugin => ({
  name: 'messages',
  config: () => ({
    resolve: {
      alias: [
        {
          find: /^@formatjs\/icu-messageformat-parser$/,
          replacement: join(
            dirname(createRequire(import.meta.url).resolve('@formatjs/icu-messageformat-parser')),
            'no-parser.js',
          ),
        },
      ],
    },
  }),
  resolveId: (id) => (id.startsWith(prefix) ? resolved + id.slice(prefix.length) : undefined),
  load(id) {
    if (!id.startsWith(resolved)) return undefined;
    const language = id.slice(resolved.length);
    const folder = join(messagesFolder, language === 'en-XB' ? 'en' : language);
    for (const file of readdirSync(folder)) this.addWatchFile(join(folder, file));
    return compile(language);
  },
});
