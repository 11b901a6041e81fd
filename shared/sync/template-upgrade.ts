import type { TemplateRef } from '#shared/domain/template.ts';
import { isLaterVersion } from '#shared/domain/template-versions.ts';
import type { DocumentState } from './document-state.ts';

type Form = Pick<DocumentState, 'template' | 'upgradedFrom'>;

/**
 * The document on a later version of its form. Its values stay where they are: what the new version no longer
 * asks is kept and shown as such. The same document where `to` is no later version.
 */
export const upgradeTemplate = (state: DocumentState, to: TemplateRef, now: number): DocumentState => {
  if (!isLaterVersion(to, state.template)) return state;
  // Of a document that was never on the wire, there is nothing to tell: it is made on the new version.
  const isUnheardOf = state.rev === 0 && state.outgoing === null;
  const upgradedFrom = isUnheardOf ? null : (state.upgradedFrom ?? state.template);
  return { ...state, template: to, upgradedFrom, savedAt: now };
};

/** The form of a document after the Network told which one it has: the later of the two stands (TV3). */
export const withToldTemplate = ({ template }: Pick<Form, 'template'>, told: TemplateRef): Form =>
  isLaterVersion(template, told) ? { template, upgradedFrom: told } : { template: told, upgradedFrom: null };

/** The form once the Network has applied an element that told it of `upgrade`. */
export const withAppliedUpgrade = (form: Form, upgrade: TemplateRef | undefined): Form => {
  if (upgrade === undefined) return form;
  return { template: form.template, upgradedFrom: upgrade === form.template ? null : upgrade };
};
