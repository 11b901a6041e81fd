import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Template } from '#shared/domain/template.ts';
import { knownRuleIds } from './run-rules.ts';

const root = new URL('../../../', import.meta.url);
const rows = readFileSync(new URL('docs/rules.md', root), 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('| `'))
  .map((line) => line.split('|').map((cell) => cell.trim()));
const folder = new URL('resources/templates/', root);
const templates = readdirSync(folder).map(
  (name) => JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as Template,
);

test('the page about the rules has one row for each rule that exists, and no other', () => {
  const named = rows.map(([, id = '']) => id.replaceAll('`', ''));
  expect([...named].sort()).toEqual([...knownRuleIds].sort());
});

test('the page says every parameter, severity and source that the forms use', () => {
  for (const { id, params, severity, source } of templates.flatMap(({ rules }) => rules)) {
    const row = rows.find(([, name]) => name === `\`${id}\``) ?? [];
    const [, , , parameters = '', , severityCell = '', sourceCell = ''] = row;
    const unnamed = Object.keys(params).filter(
      (name) => !parameters.includes(`\`${name}\``) && !name.startsWith('terms-'),
    );
    expect([id, unnamed, severityCell]).toEqual([id, [], severity]);
    expect(sourceCell).toContain(source);
  }
});
