import { fieldParts, perField } from './field-parts.ts';
import type { FieldPath } from './field-path.ts';
import type { FieldMap } from './field-value.ts';
import { type Template, type TemplateField, templateFields } from './template.ts';
import { fieldAt } from './template-paths.ts';

/** Something that is kept in a document although its form no longer asks it. */
export type FormerField = {
  readonly root: string;
  /** As the newest version asked it that did; undefined where no known version has it. */
  readonly field: TemplateField | undefined;
  readonly paths: readonly FieldPath[];
};

const unknownPaths = perField((part, _root, template: Template): readonly FieldPath[] =>
  Object.keys(part).filter((path) => fieldAt(template, path) === undefined),
);

/** What stands in a document at places that its form does not have, by field. `earlier`: the newest first. */
export const formerFields = (
  template: Template,
  earlier: readonly Template[],
  values: FieldMap,
): readonly FormerField[] =>
  [...fieldParts(values).keys()].flatMap((root) => {
    const paths = unknownPaths(values, root, template);
    const field = earlier.flatMap(templateFields).find(({ id }) => id === root);
    return paths.length === 0 ? [] : [{ root, field, paths }];
  });
