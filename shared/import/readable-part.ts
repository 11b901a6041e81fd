import { withoutRepeatedWays } from './alternate-content.ts';
import { withoutSimpleFields } from './simple-fields.ts';

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

const escaped = (text: string): string => text.replace(/[&<>]/gu, (sign) => escapes[sign] ?? sign);

/** Text as the reader knows it: what XML takes as it is (CDATA) is text, its comments and instructions are none. */
const withPlainText = (xml: string): string =>
  xml.replace(
    /<!--[\s\S]*?-->|<!\[CDATA\[([\s\S]*?)\]\]>|<\?(?!xml\s)[\s\S]*?\?>/gu,
    (_, text: string | undefined) => (text === undefined ? '' : escaped(text)),
  );

const wordNamespace =
  /\sxmlns:([\w.-]+)\s*=\s*["'](?:http:\/\/schemas\.openxmlformats\.org\/wordprocessingml\/2006\/main|http:\/\/purl\.oclc\.org\/ooxml\/wordprocessingml\/main)["']/u;

/** The elements of Word begin with `w:`, also where the program that saved the file called them otherwise. */
const withUsualPrefix = (xml: string): string => {
  const prefix = wordNamespace.exec(xml)?.[1];
  if (prefix === undefined || prefix === 'w' || /\sxmlns:w\s*=/u.test(xml)) return xml;
  const name = prefix.replaceAll('.', '\\.');
  const own = new RegExp(`(?<=^</?|\\s|\\sxmlns:)${name}(?=:)|(?<=\\sxmlns:)${name}(?=\\s*=)`, 'gu');
  return xml.replace(/<[^!?][^>]*>/gu, (tag) => tag.replace(own, 'w'));
};

/** Elements around words of a line: which way it runs, that a reading stands over it. */
const wrapper = /<\/?w:(?:bdo|dir|ruby|rubyBase)(?=[\s/>])(?:[^"'>]|"[^"]*"|'[^']*')*>/gu;

/** Fonts of signs that the reader turns into characters. */
const signFonts = /^(?:symbol|webdings|wingdings(?: [23])?)$/iu;

const attribute = (tag: string, name: string): string =>
  new RegExp(`\\s${name}\\s*=\\s*["']([^"']*)["']`, 'u').exec(tag)?.[1] ?? '';

/** A sign of a font that nobody has to know is its character, and U+FFFD where only that font says what it is. */
const signText = (sign: string): string => {
  if (signFonts.test(attribute(sign, 'w:font'))) return sign;
  const code = Number.parseInt(attribute(sign, 'w:char'), 16);
  const isCharacter = code >= 0x20 && code < 0xd800;
  return `<w:t>${isCharacter ? escaped(String.fromCharCode(code)) : '\ufffd'}</w:t>`;
};

const withPlainSigns = (xml: string): string =>
  xml
    .replace(wrapper, '')
    .replace(/<w:cr\s*\/>/gu, '<w:br/>')
    .replace(/<w:ptab(?:\s[^>]*)?\/>/gu, '<w:tab/>')
    .replace(/<w:sym\s[^>]*\/>/gu, signText);

const dropDown =
  /<w:ddList(?:\s[^>]*)?>((?:(?!<\/w:ddList>)[\s\S]){0,50000})<\/w:ddList>(?:(?!<\/?w:fldChar[\s>])[\s\S]){0,5000}<\/w:fldChar>/gu;

/** A list to choose from, of the older forms, with what is chosen in it as text. */
const withChosenEntries = (xml: string): string =>
  xml.replace(dropDown, (field: string, list: string) => {
    const entries = [...list.matchAll(/<w:listEntry\s[^>]*>/gu)].map(([entry]) => attribute(entry, 'w:val'));
    const chosen = /<w:result\s[^>]*>/u.exec(list) ?? /<w:default\s[^>]*>/u.exec(list);
    const entry = entries[Number(chosen === null ? 0 : attribute(chosen[0], 'w:val'))];
    return entry === undefined ? field : `${field}<w:t xml:space="preserve">${entry}</w:t>`;
  });

/**
 * A part of a Word file in the elements that the reader of its text knows, so that none of its words is passed over
 * with the element that they stand in. Source: ECMA-376-1, 17.3 and 17.16.
 */
export const readablePart = (xml: string): string =>
  [
    withPlainText,
    withUsualPrefix,
    withoutRepeatedWays,
    withPlainSigns,
    withChosenEntries,
    withoutSimpleFields,
  ].reduce((text, step) => step(text), xml);
