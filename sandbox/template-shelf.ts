import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Template, type TemplateRef, templateRefOf, templateSchema } from '#shared/domain/template.ts';

/** The template versions that a server knows, each with the exact bytes of its file. */
export type TemplateShelf = {
  /** Ascending. */
  readonly refs: readonly TemplateRef[];
  readonly get: (ref: TemplateRef) => Template | undefined;
  /** The template of a reference and its earlier versions, the newest first; none where it is not known. */
  readonly versions: (ref: TemplateRef) => readonly Template[];
  readonly fileOf: (ref: TemplateRef) => string | undefined;
};

/** A shelf of template files by name, `<kind>@<version>`. Throws when one does not fit its name or schema. */
export const templateShelf = (files: Readonly<Record<TemplateRef, string>>): TemplateShelf => {
  const templates = new Map<TemplateRef, Template>();
  for (const [ref, file] of Object.entries(files)) {
    const parsed = templateSchema.safeParse(JSON.parse(file));
    if (!parsed.success) throw new Error(`Template ${ref} is not valid: ${parsed.error.message}`);
    const template = parsed.data as Template;
    if (templateRefOf(template) !== ref) {
      throw new Error(`Template file ${ref} holds ${templateRefOf(template)}`);
    }
    templates.set(ref, template);
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

/** Reads every `<kind>@<version>.json` of a folder. */
export const readTemplateShelf = (folder: string): TemplateShelf => {
  const names = readdirSync(folder).filter((name) => /^[a-z-]+@[0-9]+\.json$/.test(name));
  return templateShelf(
    Object.fromEntries(
      names.map((name) => [name.slice(0, -'.json'.length), readFileSync(join(folder, name), 'utf8')]),
    ),
  );
};
