import { rootOf } from '#shared/domain/field-path.ts';
import { localized, type Template, templateFields } from '#shared/domain/template.ts';
import { fieldAt } from '#shared/domain/template-paths.ts';
import { type IatiRemark, iatiRemarkFields } from '#shared/export/iati/iati.ts';
import type { WebformLeftOut } from '#shared/export/webform.ts';

const fieldName = (template: Template, id: string): string => {
  const field = templateFields(template).find((one) => one.id === id);
  return field === undefined ? id : localized(field.label, 'en');
};

/** The question at a path, and the part of its item, as the form names them in English. */
const placeName = (template: Template, path: string): string => {
  const question = fieldName(template, rootOf(path));
  const part = fieldAt(template, path);
  const isPart = path !== rootOf(path) && part?.at === 'field';
  return isPart ? `${question}, ${localized(part.field.label, 'en')}` : question;
};

const iatiWords: Readonly<Record<IatiRemark, string>> = {
  'organization-without-identifier':
    'no IATI identifier of this organization is known here; the file says XM-UNREGISTERED. Put in its own before you publish',
  'start-assumed': 'no month is given; the file says the day of this copy',
  'duration-assumed': 'no duration is given; the file says twelve months',
  'currency-assumed': 'no currency is chosen; the file says USD',
  'title-stands-for-description': 'nothing is written yet; the title stands in its place',
  'no-budget': 'no amount is written yet; the file has no budget',
  'regions-left-out': 'left out, because the countries beside them would then count twice',
  'files-left-out': 'the files are left out, because they have no address on the web',
  'results-without-indicators-left-out':
    'results without an indicator are left out, because IATI takes none without one',
};

/** What an IATI file says otherwise than the document, or not at all, in a sentence that begins with the place. */
export const iatiSentence = (template: Template, remark: IatiRemark): string =>
  `${fieldName(template, iatiRemarkFields[remark])}: ${iatiWords[remark]}.`;

const webformWords: Readonly<Record<WebformLeftOut['reason'], string>> = {
  contacts: 'left out as data of a contact person; --with-contacts takes it along',
  'description-full': 'left out, because the description of the web form has no room for it',
  'file-sent-apart': 'the file is not in the payload; upload it by hand',
  'no-such-element': 'left out, because the web form does not ask it',
  'not-asked': 'left out, because the form does not ask it beside the other answers',
};

/** What the payload of the web form does not hold, in a sentence that begins with the place and ends with the text. */
export const webformSentence = (template: Template, { reason, field, text }: WebformLeftOut): string =>
  `${placeName(template, field)}: ${webformWords[reason]}${text === '' ? '.' : `: ${text}`}`;
