import { isAsked } from '#shared/domain/condition.ts';
import { rootOf } from '#shared/domain/field-path.ts';
import type { FieldMap } from '#shared/domain/field-value.ts';
import { listItems } from '#shared/domain/list-items.ts';
import { countCharacters } from '#shared/domain/measure.ts';
import { type Template, templateFields } from '#shared/domain/template.ts';
import { blockText } from './block-text.ts';
import type { DocumentModel } from './document-model.ts';
import { typedText } from './text.ts';

/** The form of the Hub, and what its description may have in characters (domain.md, 1 and 6). */
export const webformId = 'pledges_submission_form';
const descriptionLimit = 3000;

/** Fields of ours that the web form lacks: they go into its description, in this order. */
const helperFields = ['measure', 'startDate', 'endDate', 'partners', 'amount'] as const;

/** Our fields and the keys of the form's elements. Contacts only when asked for. */
const keys: Readonly<Record<string, string>> = {
  entityName: 'entity_name',
  entityWebsite: 'entity_website',
  entityType: 'pledging_entity',
  onBehalfOf: 'on_behalf_of',
  championCountry: 'champion_country',
  country: 'country_of_implementation',
  otherCountries: 'other_country_of_implementation',
  regions: 'region_of_implementation',
  title: 'title',
  pledgeType: 'type',
  mirrorPledge: 'mirror_pledge_gcr',
  matchedPledgeTitle: 'matched_pledge_title',
  matchedPledgeId: 'matched_pledge_id',
  natures: 'nature',
  objectives: 'objectives',
  principles: 'guiding_principles',
};
const contactKeys: Readonly<Record<string, string>> = {
  contactName: 'contact_name',
  contactPosition: 'contact_position',
  contactEmail: 'contact_email',
  secondContactName: 'second_contact_name',
  secondContactPosition: 'second_contact_position',
  secondContactEmail: 'second_contact_email',
};

/** Something of the pledge that the payload does not hold, with its text. */
export type WebformLeftOut = {
  readonly reason: 'description-full' | 'contacts' | 'file-sent-apart' | 'no-such-element' | 'not-asked';
  readonly field: string;
  readonly text: string;
};

/** What the server gave the submission, where it has one already. */
export type WebformSubmission = {
  readonly serial: number | null;
  readonly uuid: string | null;
  readonly changed: string | null;
};

export type WebformPayload = Readonly<Record<string, string | number | boolean | null | readonly string[]>>;

const isContact = (path: string): boolean => path in contactKeys || /^participants\/[^/]+\/email$/.test(path);

/**
 * A pledge as the one flat object that the public web form takes (the shape of Drupal's webform_rest). What the form
 * has no element for is folded into its description as long as it fits; everything that is not in the payload is
 * named in `leftOut`, with its text: also answers to questions that the other answers have closed. `model` is read
 * with the contacts or without; sets are sent as codes.
 */
export const webformPayload = (
  template: Template,
  model: DocumentModel,
  written: FieldMap,
  withContacts: boolean,
  submission: WebformSubmission = { serial: null, uuid: null, changed: null },
): { readonly payload: WebformPayload; readonly leftOut: readonly WebformLeftOut[] } => {
  const leftOut: WebformLeftOut[] = [];
  const closed = new Set(
    templateFields(template).flatMap((field) => (isAsked(field, written) ? [] : [field.id])),
  );
  const values: FieldMap = Object.fromEntries(
    Object.entries(written).filter(([path]) => !closed.has(rootOf(path))),
  );
  const fields = model.sections.flatMap((section) => section.fields);
  const wordsOf = (id: string): { readonly label: string; readonly text: string } => {
    const field = fields.find((one) => one.id === id);
    return { label: field?.label.text ?? id, text: field?.blocks.map(blockText).join('\n') ?? '' };
  };

  const characters = [...typedText(values.description)];
  let description = characters.slice(0, descriptionLimit).join('');
  if (characters.length > descriptionLimit) {
    const rest = characters.slice(descriptionLimit).join('');
    leftOut.push({ reason: 'description-full', field: 'description', text: rest });
  }
  for (const id of helperFields) {
    const { label, text } = wordsOf(id);
    if (text === '') continue;
    const longer = `${description}${description === '' ? '' : '\n\n'}${label}: ${text}`;
    if (countCharacters(longer) <= descriptionLimit) description = longer;
    else leftOut.push({ reason: 'description-full', field: id, text });
  }

  const sent = Object.entries(withContacts ? { ...keys, ...contactKeys } : keys).flatMap(
    ([id, key]): [string, WebformPayload[string]][] => {
      const value = values[id];
      if (value === undefined) return [];
      if (typeof value !== 'object') return [[key, value]];
      return Array.isArray(value) ? [[key, value as readonly string[]]] : [[key, wordsOf(id).text]];
    },
  );
  const participants = listItems(values, 'participants').flatMap((item, index) =>
    ['name', 'country', ...(withContacts ? ['email'] : [])].flatMap(
      (part): [string, WebformPayload[string]][] => {
        const value = values[`participants/${item}/${part}`];
        return typeof value === 'string' ? [[`participants_${index + 1}_${part}`, value]] : [];
      },
    ),
  );

  if (!withContacts) {
    for (const path of Object.keys(written).filter(isContact))
      leftOut.push({ reason: 'contacts', field: path, text: '' });
  }
  for (const item of listItems(values, 'attachment')) {
    const name = values[`attachment/${item}/name`];
    leftOut.push({ reason: 'file-sent-apart', field: 'attachment', text: String(name ?? '') });
  }
  const known = new Set<string>([
    ...Object.keys(keys),
    ...Object.keys(contactKeys),
    ...helperFields,
    'description',
    'participants',
    'attachment',
  ]);
  for (const [path, value] of Object.entries(written)) {
    const root = rootOf(path);
    const isClosed = closed.has(root) && (withContacts || !isContact(path));
    if ((known.has(root) && !isClosed) || path.endsWith('/pos') || value === true) continue;
    leftOut.push({
      reason: isClosed ? 'not-asked' : 'no-such-element',
      field: path,
      text: typeof value === 'string' ? value : JSON.stringify(value),
    });
  }
  return {
    payload: {
      webform_id: webformId,
      ...submission,
      ...Object.fromEntries(sent),
      ...Object.fromEntries(participants),
      description,
    },
    leftOut,
  };
};
