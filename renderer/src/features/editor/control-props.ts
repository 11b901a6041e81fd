import type { ReactNode } from 'react';
import type { FieldConflict } from '#renderer/commands/document-session.ts';
import type { FieldPath } from '#shared/domain/field-path.ts';
import type { Finding } from '#shared/domain/finding.ts';
import type { FieldKind, GroupField, TemplateField } from '#shared/domain/template.ts';

type GroupKind = GroupField['kind'];

/** The template field of a kind. */
export type FieldOf<K extends FieldKind> = K extends GroupKind
  ? GroupField
  : Extract<TemplateField, { kind: K }>;

/** What the frame of a field hands to its control. */
export type ControlProps<F extends TemplateField = TemplateField> = {
  readonly field: F;
  readonly path: FieldPath;
  /** Ids in the page: the control's own, its label's, and those of help, findings and counter. */
  readonly controlId: string;
  readonly labelId: string;
  readonly describedBy: string | undefined;
  /** The worst finding that is shown. */
  readonly tone: 'error' | 'warning' | undefined;
  /** Everything found at this field and below it. */
  readonly findings: readonly Finding[];
  readonly conflicts: readonly FieldConflict[];
  /** Draws the field of an item of a list, in a frame of its own. */
  readonly renderNested: (field: TemplateField, path: FieldPath) => ReactNode;
};
