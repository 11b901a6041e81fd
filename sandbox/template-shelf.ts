import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readTemplate, type TemplateObstacle } from '#shared/domain/read-template.ts';
import { type Template, type TemplateRef, templateRefOf } from '#shared/domain/template.ts';

/** The template versions that a server knows, each with the exact bytes of its file. */
export type TemplateShelf = {
  /** Ascending. */
  readonly refs: readonly TemplateRef[];
  readonly get: (ref: TemplateRef) => Template | undefined;
  /** The template of a reference and its earlier versions, the newest first; none where it is not known. */
  readonly versions: (ref: TemplateRef) => readonly Template[];
  readonly fileOf: (ref: TemplateRef) => string | undefined;
};

const obstacles: Readonly<Record<TemplateObstacle, string>> = {
  another: 'the file holds another one',
  unusable: 'npm run --silent desk -- validate-template FILE says what is to be mended',
};

/** A shelf of template files by name, `<kind>@<version>`. Throws when one does not fit its name or is no form that can be used. */
export const templateShelf = (files: Readonly<Record<TemplateRef, string>>): TemplateShelf => {
  const templates = new Map<TemplateRef, Template>();
  for (const [ref, file] of Object.entries(files)) {
    const read = readTemplate(ref, file);
    if (!read.ok) throw new Error(`The form ${ref} cannot be handed out: ${obstacles[read.error]}`);
    templates.set(ref, read.value);
  }
  const all = [...templates.values()];
  const versions = new Map(
    all.map((template) => [
      templateRefOf(template),
      all
        .filter(({ kind, version }) => kind === template.kind && version <= template.version)
        .sort((a, b) => b.version - a.version),
    ]),
  );
  return {
    refs: [...templates.keys()].sort(),
    get: (ref) => templates.get(ref),
    versions: (ref) => versions.get(ref) ?? [],
    fileOf: (ref) => (templates.has(ref) ? files[ref] : undefined),
  };
};

const templateFile = /^([a-z-]+@[0-9]+)\.json$/;

/** The forms in a folder by their reference; none where there is no such folder. */
const filesIn = (folder: string): readonly (readonly [TemplateRef, string])[] =>
  (existsSync(folder) ? readdirSync(folder) : []).flatMap((name) => {
    const ref = templateFile.exec(name)?.[1];
    return ref === undefined ? [] : [[ref, readFileSync(join(folder, name), 'utf8')] as const];
  });

/**
 * Reads every `<kind>@<version>.json` of these folders. A later folder adds to those before and changes none of them:
 * throws where it holds another form under the same name.
 */
export const readTemplateShelf = (...folders: readonly string[]): TemplateShelf => {
  const files: Record<TemplateRef, string> = {};
  for (const [ref, file] of folders.flatMap(filesIn)) {
    if ((files[ref] ?? file) !== file) {
      throw new Error(
        `The form ${ref} is there already, and a form is never changed: give yours the next version`,
      );
    }
    files[ref] = file;
  }
  return templateShelf(files);
};
