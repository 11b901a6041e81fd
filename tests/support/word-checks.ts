import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { strFromU8, unzipSync } from 'fflate';
import { expect } from 'vitest';

/** A Word file taken apart: its parts as text. */
export const wordParts = (bytes: Uint8Array): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, part]) => [name, strFromU8(part)]));

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '',
  isArray: (name) => name === 'Relationship',
});

/** Where a target of a relationship lies in the zip; null for one outside. */
const targetOf = (rels: string, relation: { Target: string; TargetMode?: string }): string | null => {
  if (relation.TargetMode === 'External') return null;
  const folder = rels.replace(/_rels\/[^/]*$/, '');
  return new URL(relation.Target, `file:///${folder}`).pathname.slice(1);
};

/**
 * What makes Word offer to repair a file: parts that are not well-formed, missing parts, relationships to nowhere,
 * bookmarks with the same id or name or without an end, runs or tables out of place, styles that no one defined.
 */
export function expectOpensWithoutRepair(bytes: Uint8Array): void {
  const parts = wordParts(bytes);
  for (const [name, xml] of Object.entries(parts)) {
    if (/\.(xml|rels)$/.test(name)) expect([name, XMLValidator.validate(xml)]).toEqual([name, true]);
  }
  expect(Object.keys(parts)[0]).toBe('[Content_Types].xml');
  expect(Object.keys(parts)).toEqual(
    expect.arrayContaining([
      '_rels/.rels',
      'word/document.xml',
      'word/styles.xml',
      'word/numbering.xml',
      'docProps/core.xml',
    ]),
  );
  const types = parts['[Content_Types].xml'] ?? '';
  for (const [, partName] of types.matchAll(/PartName="\/([^"]+)"/g))
    expect(parts).toHaveProperty([partName ?? '']);
  for (const name of Object.keys(parts).filter((one) => one.endsWith('.rels'))) {
    const relations = parser.parse(parts[name] ?? '')?.Relationships?.Relationship ?? [];
    for (const relation of relations) {
      const target = targetOf(name, relation);
      if (target !== null) expect(parts).toHaveProperty([target]);
    }
  }
  const xml = parts['word/document.xml'] ?? '';
  const all = (pattern: RegExp): readonly string[] =>
    [...xml.matchAll(pattern)].map(([, found]) => found ?? '');
  const starts = all(/<w:bookmarkStart w:id="(\d+)"/g);
  const names = all(/<w:bookmarkStart [^>]*w:name="([^"]+)"/g);
  expect(new Set(starts).size).toBe(starts.length);
  expect(new Set(names).size).toBe(names.length);
  expect(all(/<w:bookmarkEnd w:id="(\d+)"/g)).toEqual(starts);
  expect(names.filter((name) => !/^[A-Za-z_]\w{0,39}$/.test(name))).toEqual([]);
  const styles = new Set(
    [...(parts['word/styles.xml'] ?? '').matchAll(/w:styleId="([^"]+)"/g)].map(([, id]) => id),
  );
  expect(all(/<w:(?:pStyle|tblStyle) w:val="([^"]+)"/g).filter((id) => !styles.has(id))).toEqual([]);
  // Relationships that the body asks for (heads and feet of its sections).
  const ids = new Set(
    [...(parts['word/_rels/document.xml.rels'] ?? '').matchAll(/ Id="([^"]+)"/g)].map(([, id]) => id),
  );
  expect(all(/ r:id="([^"]+)"/g).filter((id) => !ids.has(id))).toEqual([]);
  // Every cell ends in a paragraph, every row has cells, and the body ends in its section.
  expect(xml).not.toMatch(/<w:tc>(?:(?!<w:p[ >]).)*<\/w:tc>/);
  expect(xml).not.toMatch(/<\/w:tbl><w:tbl>/);
  expect(xml).toMatch(/<w:sectPr[ >](?:(?!<\/w:sectPr>).)*<\/w:sectPr><\/w:body>/);
  expect(xml).not.toMatch(/\{\w+\}/);
}

/** What a reader of a Word file reads: one line for each paragraph. */
export const wordText = (bytes: Uint8Array): readonly string[] => {
  const xml = wordParts(bytes)['word/document.xml'] ?? '';
  return [...xml.matchAll(/<w:p[ >].*?<\/w:p>/g)].map(([paragraph]) =>
    [...paragraph.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>|<w:tab\/>/g)]
      .map(([, text]) => text ?? '\t')
      .join('')
      .replace(/[\u200e\u200f]/g, '')
      .replace(/&lt;/g, '<')
      .replace(/&gt;/g, '>')
      .replace(/&quot;/g, '"')
      .replace(/&(?:#39|apos);/g, "'")
      .replace(/&amp;/g, '&'),
  );
};
