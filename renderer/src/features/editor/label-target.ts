import type { TemplateField } from '#shared/domain/template.ts';
import { isSegmented } from './segmented.ts';

/** Whether a click on the label can go straight to one control; the others are groups of controls. */
export const labelsItsControl = (field: TemplateField): boolean => {
  switch (field.kind) {
    case 'shortText':
    case 'longText':
    case 'integer':
    case 'money':
    case 'objectives':
    case 'principles':
    case 'sdgTargets':
    case 'countries':
    case 'country':
    case 'regions':
    case 'thematicArea':
    case 'currency':
      return true;
    case 'choice':
      return !isSegmented(field.options);
    default:
      return false;
  }
};
