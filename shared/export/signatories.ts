import { isAsked } from '#shared/domain/condition.ts';
import { subPath } from '#shared/domain/field-path.ts';
import { listItems } from '#shared/domain/list-items.ts';
import { templateFields } from '#shared/domain/template.ts';
import { organizationName } from './budget-block.ts';
import { documentWords } from './document-words.ts';
import type { Reading } from './reading.ts';
import { line, type Text, typedText } from './text.ts';
import { termText } from './value-texts.ts';

/** Somebody who signs a document in print: in which capacity, for which country or organization, and the name. */
export type Signatory = { readonly capacity: Text; readonly name: Text | null };

/**
 * Who endorses a concept note (domain.md): the Resident Coordinator of every country that names one, then each
 * participating organization. Names only where contacts are asked for. Other kinds are not signed.
 */
export const signatories = (reading: Reading): readonly Signatory[] => {
  const { template, values, vocabulary, language, withContacts } = reading;
  if (template.kind !== 'concept-note') return [];
  const words = documentWords(language);
  const fields = templateFields(template).filter((field) => isAsked(field, values));
  const coordinators = fields
    .filter((field) => field.kind === 'people')
    .flatMap(({ id: list }) =>
      listItems(values, list).map((item): Signatory => {
        const country = values[subPath(list, item, 'country')];
        const where =
          typeof country === 'string'
            ? `${words.comma.text}${termText(vocabulary, 'countries', country, language).text}`
            : '';
        const name = typedText(values[subPath(list, item, 'name')]);
        return {
          capacity: line(`${words.residentCoordinator.text}${where}`, words.residentCoordinator.language),
          name: withContacts && name !== '' ? line(name, reading.writtenLanguage) : null,
        };
      }),
    );
  const budget = fields.find((field) => field.kind === 'budget');
  const organizations =
    budget === undefined
      ? []
      : listItems(values, budget.organizationsField).map((item, index): Signatory => {
          const name = organizationName(budget.organizationsField, item, index, reading);
          return { capacity: line(`${words.forOrganization.text} ${name.text}`, language), name: null };
        });
  return [...coordinators, ...organizations];
};
