import { expect, test } from 'vitest';
import { checkMessages, messageUses } from './message-checks.ts';

const rooms = new Set(['desk', 'stage']);
/** What a template literal fills in, as a source file writes it. */
const filled = (name: string) => ['$', '{', name, '}'].join('');
const uses = (source: string) => messageUses(source, rooms);

test('ids are found in attributes, calls and templates, and nothing else is', () => {
  const found = uses(
    "<FormattedMessage id=\"desk.title\" /> intl.formatMessage({ id: a ? 'desk.one' : 'desk.two' }) " +
      `import './desk.css'; '#renderer/desk.ts'; 'desk.json'; \`stage.${filled('stage')}\` \`other.${filled('x')}\``,
  );
  expect([...found.ids]).toEqual(['desk.title', 'desk.one', 'desk.two']);
  expect(found.patterns.map(({ source }) => source)).toEqual(['^stage\\.[\\w-]+$']);
});

test('messages that agree have no problem', () => {
  const en = { 'desk.title': 'Desk', 'desk.count': '{count, plural, one {# draft} other {# drafts}}' };
  const es = {
    'desk.title': 'Escritorio',
    'desk.count': '{count, plural, one {# borrador} other {# borradores}}',
  };
  expect(checkMessages({ en, es }, uses("'desk.title' 'desk.count'"))).toEqual([]);
});

test('every kind of fault is named', () => {
  const en = {
    'desk.a': 'Saved {count}',
    'desk.b': 'Unused',
    'desk.c': 'Saved successfully',
    'desk.d': 'Fine',
  };
  const es = {
    'desk.a': 'Guardado {cuenta}',
    'desk.b': '{x, plural, few {a} other {b}}',
    'desk.c': '{',
    'desk.e': 'x',
  };
  expect(
    checkMessages({ en, es }, uses(`'desk.a' 'desk.c' 'desk.d' 'desk.e' 'desk.f' \`stage.${filled('s')}\``)),
  ).toEqual([
    'en desk.e: is named in the source but missing',
    'en desk.f: is named in the source but missing',
    'en ^stage\\.[\\w-]+$: no message answers to it',
    'en desk.b: nothing uses it',
    'en desk.c: uses a word or mark that the screens do not use',
    'es desk.d: is missing',
    'es desk.e: English does not have it',
    'es desk.a: has other arguments than English: cuenta, count',
    'es desk.b: has no plural form “few”',
    'es desk.b: has other arguments than English: x',
    expect.stringMatching(/^es desk\.c: is not ICU: /),
  ]);
});
