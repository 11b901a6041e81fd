import type { Parts } from '#shared/export/plain-zip.ts';
import type { Direction } from '#shared/export/text.ts';
import { tableStyle } from './table-style.ts';

/** A face, what stands in for it where it is not installed, and its kind. */
const faces = [
  ['Noto Serif', 'Cambria', 'roman'],
  ['Noto Sans', 'Calibri', 'swiss'],
  ['Noto Naskh Arabic', 'Traditional Arabic', 'roman'],
  ['Noto Sans Arabic', 'Arial', 'swiss'],
  ['Noto Serif CJK SC', 'SimSun', 'roman'],
  ['Noto Sans CJK SC', 'Microsoft YaHei', 'swiss'],
];

const fonts = faces
  .map(
    ([name, standIn, family]) =>
      `<w:font w:name="${name}"><w:altName w:val="${standIn}"/><w:family w:val="${family}"/><w:pitch w:val="variable"/></w:font>`,
  )
  .join('');

type Change = (xml: string) => string;

/** Replaces exactly one place; where the docx library writes it no more, making the templates fails. */
const once =
  (place: RegExp, by: string): Change =>
  (xml) => {
    if (!place.test(xml)) throw new Error(`the docx library no longer writes ${place}`);
    return xml.replace(place, by);
  };

/**
 * The parts of a house template without what the clock put into them, and with what the docx library cannot make:
 * the table style, the stand-ins of fonts, and pages that run from right to left.
 */
export const settledParts = (parts: Parts, direction: Direction): Parts => {
  const changes: Readonly<Record<string, readonly Change[]>> = {
    'docProps/core.xml': [
      once(/(<dcterms:created[^>]*>)[^<]*/, '$12026-01-01T00:00:00Z'),
      once(/(<dcterms:modified[^>]*>)[^<]*/, '$12026-01-01T00:00:00Z'),
    ],
    'word/styles.xml': [once(/<\/w:styles>/, `${tableStyle}</w:styles>`)],
    'word/fontTable.xml': [once(/\/>\s*$/, `>${fonts}</w:fonts>`)],
    'word/document.xml': direction === 'rtl' ? [once(/<w:docGrid/, '<w:bidi/><w:docGrid')] : [],
  };
  const text = new TextDecoder();
  const settled = Object.entries(parts).map(([name, bytes]) => {
    const change = changes[name] ?? [];
    const changed = change.reduce((xml, one) => one(xml), text.decode(bytes));
    return [name, change.length === 0 ? bytes : new TextEncoder().encode(changed)] as const;
  });
  return Object.fromEntries(settled);
};
