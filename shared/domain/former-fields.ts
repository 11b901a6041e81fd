import { type FieldPath, rootOf } from './field-path.ts';
import type { FieldMap } from './field-value.ts';
import { afresh, type Recall } from './recall.ts';
import { type Template, type TemplateField, templateFields } from './template.ts';
import { fieldAt } from './template-paths.ts';

/** Something that is kept in a document although its form no longer asks it. */
export type FormerField = {
  readonly root: string;
  /** As the newest version asked it that did; undefined where no known version has it. */
  readonly field: TemplateField | undefined;
  readonly paths: readonly FieldPath[];
};

/** What stands in a document at places that its form does not have, by field. `earlier`: the newest first. */
export const formerFields = (
  template: Template,
  earlier: readonly Template[],
  values: FieldMap,
  recall: Recall = afresh,
): readonly FormerField[] => {
  const meaningOf = (path: FieldPath) => fieldAt(template, path);
  const paths = Object.keys(values).filter((path) => recall(template, path, meaningOf) === undefined);
  const roots = [...new Set(paths.map(rootOf))];
  return roots.map((root) => ({
    root,
    field: earlier.flatMap(templateFields).find(({ id }) => id === root),
    paths: paths.filter((path) => rootOf(path) === root),
  }));
};
