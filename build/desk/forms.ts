import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '#build/parts/tool.ts';
import { type Template, type TemplateRef, templateRefOf } from '#shared/domain/template.ts';
import type { Vocabulary } from '#shared/domain/vocabulary.ts';
import { CommandError } from './command.ts';

const resource = (name: string): unknown =>
  JSON.parse(readFileSync(join(projectRoot, 'resources', name), 'utf8'));

/** The lists to choose from, as the app carries them. */
export const vocabulary = (): Vocabulary => resource('vocabulary/vocabulary.json') as Vocabulary;

/** Every version of every form, as the app carries them. */
export const allForms = (): readonly Template[] =>
  readdirSync(join(projectRoot, 'resources/templates')).map(
    (name) => resource(`templates/${name}`) as Template,
  );

/** The form of a reference. CommandError where this version does not have it. */
export const formOf = (ref: TemplateRef): Template => {
  const forms = allForms();
  const found = forms.find((template) => templateRefOf(template) === ref);
  if (found === undefined) {
    const known = forms.map(templateRefOf).sort().join(', ');
    throw new CommandError(`the form ${ref} is not known to this version, which has ${known}`);
  }
  return found;
};

/** The newest form of a kind. */
export const newestForm = (kind: string): Template => {
  const [newest] = allForms()
    .filter((template) => template.kind === kind)
    .sort((a, b) => b.version - a.version);
  if (newest === undefined) throw new CommandError(`there is no form for "${kind}"`);
  return newest;
};
