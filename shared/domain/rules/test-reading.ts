import type { FieldMap } from '#shared/domain/field-value.ts';
import { afresh } from '#shared/domain/recall.ts';
import { testTemplate } from '#shared/domain/test-template.ts';
import { textPlaces } from '#shared/domain/text-places.ts';
import type { RuleReading } from './rule.ts';

/** The test form and its texts, for rules that read them. */
export const reading = (values: FieldMap): RuleReading => ({
  template: testTemplate,
  texts: textPlaces(testTemplate, values),
  recall: afresh,
});
