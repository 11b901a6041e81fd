import type { FieldKind } from './template.ts';

/** Fields whose answer is a text of one line or of paragraphs. */
export const textKinds: readonly FieldKind[] = ['shortText', 'longText'];
/** Fields with items. */
export const listKinds: readonly FieldKind[] = ['group', 'organizations', 'people'];
/** Fields of which several members can be chosen. */
export const setKinds: readonly FieldKind[] = [
  'choices',
  'objectives',
  'principles',
  'sdgTargets',
  'countries',
  'regions',
];
