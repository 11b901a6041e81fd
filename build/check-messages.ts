import { globSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { checkMessages, type MessageUses, messageUses } from './message-checks.ts';
import { readMessages, screenLanguages } from './messages-plugin.ts';

/** `node build/check-messages.ts`: prints what is wrong with the messages; exits 1 when something is. */
const root = resolve(import.meta.dirname, '..');
const catalogs = Object.fromEntries(screenLanguages.map((language) => [language, readMessages(language)]));
const rooms = new Set(Object.keys(catalogs.en ?? {}).map((id) => id.split('.', 1)[0] ?? ''));

const perFile = globSync('{renderer/src,electron}/**/*.{ts,tsx}', { cwd: root })
  .filter((file) => !/\.test\.tsx?$|\.d\.ts$/.test(file))
  .map((file) => messageUses(readFileSync(join(root, file), 'utf8'), rooms));
const uses: MessageUses = {
  ids: new Set(perFile.flatMap(({ ids }) => [...ids])),
  patterns: perFile.flatMap(({ patterns }) => patterns),
};

const typed = readFileSync(join(root, 'renderer/src/i18n/message-id.ts'), 'utf8');
const untyped = readdirSync(join(root, 'shared/messages/en'))
  .filter((file) => file !== 'menu.json' && !typed.includes(`#shared/messages/en/${file}`))
  .map((file) => `en ${file}: renderer/src/i18n/message-id.ts does not name it`);

const problems = [...checkMessages(catalogs, uses), ...untyped];
for (const problem of problems) console.error(problem);
console.log(`messages: ${Object.keys(catalogs.en ?? {}).length} ids, ${problems.length} problems`);
process.exitCode = problems.length > 0 ? 1 : 0;
