import type { TemplateRepository } from '#renderer/data/template-repository.ts';
import type { SignedTemplate, TemplateStore } from '#renderer/sync/ports.ts';
import type { Template, TemplateRef } from '#shared/domain/template.ts';
import type { Failure } from '#shared/errors.ts';
import { ExternalStore } from '../external-store.ts';
import type { Resources } from '../resources.ts';
import type { Judged } from './judge-template.ts';

/** A form that the Network told of and that is not used here, and why. */
export type RefusedTemplate = {
  readonly ref: TemplateRef;
  readonly why: Exclude<Judged['standing'], 'usable'>;
};

/** The forms of a space: built in and from the Network. A new object at every change. */
export type FormsHere = {
  readonly resources: Resources;
  readonly fromNetwork: readonly Template[];
  readonly refused: readonly RefusedTemplate[];
};

type Parts = {
  readonly kept: Pick<TemplateRepository, 'all' | 'keep'>;
  readonly builtIn: Resources;
  readonly serverUrl: string;
  /** Told when a form came that documents may have waited for. */
  readonly onArrived?: () => void;
};

/**
 * The forms of a space. What judges a form is loaded with the first one that the Network tells of beyond those that are
 * built in: most laptops never need it.
 */
export class SpaceTemplates implements TemplateStore {
  readonly state: ExternalStore<FormsHere>;
  readonly #parts: Parts;
  /** What came from the Network, now or at an earlier start. */
  readonly #came = new Map<TemplateRef, Judged>();

  private constructor(parts: Parts) {
    this.#parts = parts;
    this.state = new ExternalStore<FormsHere>({ resources: parts.builtIn, fromNetwork: [], refused: [] });
  }

  /** Resolves when the forms that were kept are there. */
  static async open(parts: Parts): Promise<SpaceTemplates> {
    const templates = new SpaceTemplates(parts);
    await templates.#readKept();
    return templates;
  }

  get resources(): Resources {
    return this.state.get().resources;
  }

  isKnown(ref: TemplateRef): boolean {
    return this.#came.has(ref) || this.#parts.builtIn.find(ref) !== undefined;
  }

  async take(ref: TemplateRef, signed: SignedTemplate): Promise<void> {
    const { judge } = await import('./judge-template.ts');
    const judged = await judge(ref, signed, this.#parts.serverUrl);
    if (judged.standing !== 'not-signed') {
      await this.#parts.kept.keep({ ref, keyId: signed.keyId, file: judged.file });
    }
    this.#note([[ref, judged]]);
  }

  /** The form of a document; looks whether another window has brought it meanwhile. */
  async find(ref: TemplateRef): Promise<Template | undefined> {
    if (!this.isKnown(ref)) await this.#readKept();
    return this.resources.find(ref);
  }

  /** Why the documents of a form that is not among the resources cannot be shown. */
  obstacle(ref: TemplateRef): Failure {
    return { code: this.#came.get(ref)?.standing === 'unusable' ? 'form-unusable' : 'form-missing' };
  }

  async #readKept(): Promise<void> {
    const kept = (await this.#parts.kept.all()).filter(({ ref }) => !this.#came.has(ref));
    if (kept.length === 0) return;
    const { judgeKept } = await import('./judge-template.ts');
    const judged = kept.map((one) => [one.ref, judgeKept(one, this.#parts.serverUrl)] as const);
    // One whose key is no longer pinned is as good as not here: the Network may have it with another signature.
    this.#note(judged.filter(([, { standing }]) => standing !== 'not-signed'));
  }

  #note(judged: readonly (readonly [TemplateRef, Judged])[]): void {
    for (const [ref, one] of judged) this.#came.set(ref, one);
    const fromNetwork: Template[] = [];
    const refused: RefusedTemplate[] = [];
    for (const [ref, one] of this.#came) {
      if (this.#parts.builtIn.find(ref) !== undefined) continue;
      if (one.standing === 'usable') fromNetwork.push(one.template);
      else refused.push({ ref, why: one.standing });
    }
    this.state.set({ resources: this.#parts.builtIn.with(fromNetwork), fromNetwork, refused });
    if (judged.some(([, { standing }]) => standing === 'usable')) this.#parts.onArrived?.();
  }
}
