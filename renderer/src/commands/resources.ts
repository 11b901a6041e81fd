import { assert } from '#shared/assert.ts';
import type { DocKind } from '#shared/domain/document.ts';
import { type Template, type TemplateRef, templateRefOf } from '#shared/domain/template.ts';
import type { Vocabulary } from '#shared/domain/vocabulary.ts';

/** Languages of the texts: those of the screens, or the six, which copies and files that are brought in need. */
export type TextLanguages = 'screens' | 'all';

/** The templates that this laptop has, and the lists that the app carries. */
export class Resources {
  readonly vocabulary: Vocabulary;
  readonly #templates: ReadonlyMap<TemplateRef, Template>;

  constructor(templates: readonly Template[], vocabulary: Vocabulary) {
    this.vocabulary = vocabulary;
    this.#templates = new Map(templates.map((template) => [templateRefOf(template), template]));
  }

  /** These, and others that are not among them. */
  with(others: readonly Template[]): Resources {
    return new Resources([...others, ...this.#templates.values()], this.vocabulary);
  }

  /** Every template. */
  all(): readonly Template[] {
    return [...this.#templates.values()];
  }

  /** The template that a document was begun with; undefined where it is not here. */
  find(ref: TemplateRef): Template | undefined {
    return this.#templates.get(ref);
  }

  /** The newest template of a kind: what new documents begin with. */
  newest(kind: DocKind): Template {
    const [newest] = [...this.#templates.values()]
      .filter((template) => template.kind === kind)
      .sort((a, b) => b.version - a.version);
    assert(newest, `there is a template for ${kind}`);
    return newest;
  }

  /** Earlier versions of a form, the newest first. */
  earlier(template: Template): readonly Template[] {
    return [...this.#templates.values()]
      .filter(({ kind, version }) => kind === template.kind && version < template.version)
      .sort((a, b) => b.version - a.version);
  }

  /** The document's own template, or the newest of its kind where it is not here. */
  forDocument(document: { readonly kind: DocKind; readonly template: TemplateRef }): Template {
    return this.find(document.template) ?? this.newest(document.kind);
  }
}
