import { err, ok, type Result } from '#shared/result.ts';
import { checkTemplate } from './check-template.ts';
import { type Template, type TemplateRef, templateRefOf } from './template.ts';

/** `another`: the file is not the form of that name; `unusable`: this version of the app cannot show it as it is meant. */
export type TemplateObstacle = 'another' | 'unusable';

const parsed = (file: string): unknown => {
  try {
    return JSON.parse(file);
  } catch {
    return null;
  }
};

/**
 * The form that a file holds. It must be the one that `ref` names, and without an error for `desk validate-template`:
 * a kind of field that this version does not know makes it unusable, a rule that it does not know is skipped.
 */
export const readTemplate = (ref: TemplateRef, file: string): Result<Template, TemplateObstacle> => {
  const template = parsed(file) as Template | null;
  if (template === null || templateRefOf(template) !== ref) return err('another');
  const isFaulty = checkTemplate(template).some(({ severity }) => severity === 'error');
  return isFaulty ? err('unusable') : ok(template);
};
