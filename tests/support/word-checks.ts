import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { strFromU8, unzipSync } from 'fflate';

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

const found = (xml: string, pattern: RegExp): readonly string[] =>
  [...xml.matchAll(pattern)].map(([, text]) => text ?? '');

const repeated = (all: readonly string[]): readonly string[] =>
  all.filter((one, index) => all.indexOf(one) !== index);

const needed = [
  '[Content_Types].xml',
  '_rels/.rels',
  'word/document.xml',
  'word/styles.xml',
  'word/numbering.xml',
  'docProps/core.xml',
];

const relationProblems = (parts: Readonly<Record<string, string>>): readonly string[] =>
  Object.keys(parts)
    .filter((name) => name.endsWith('.rels'))
    .flatMap((name) => {
      const relations: readonly { Target: string; TargetMode?: string }[] =
        parser.parse(parts[name] ?? '')?.Relationships?.Relationship ?? [];
      return relations
        .map((relation) => targetOf(name, relation))
        .filter((target) => target !== null && !(target in parts))
        .map((target) => `${name} leads to ${target}, which is not there`);
    });

const bodyProblems = (parts: Readonly<Record<string, string>>): readonly string[] => {
  const xml = parts['word/document.xml'] ?? '';
  const starts = found(xml, /<w:bookmarkStart w:id="(\d+)"/g);
  const names = found(xml, /<w:bookmarkStart [^>]*w:name="([^"]+)"/g);
  const styles = found(parts['word/styles.xml'] ?? '', /w:styleId="([^"]+)"/g);
  const relations = found(parts['word/_rels/document.xml.rels'] ?? '', / Id="([^"]+)"/g);
  const ends = found(xml, /<w:bookmarkEnd w:id="(\d+)"/g);
  return [
    ...repeated(starts).map((id) => `two bookmarks have the id ${id}`),
    ...repeated(names).map((name) => `two bookmarks are called ${name}`),
    ...names
      .filter((name) => !/^[A-Za-z_]\w{0,39}$/.test(name))
      .map((name) => `${name} is no name of a bookmark`),
    ...(ends.join() === starts.join() ? [] : ['a bookmark does not end, or ends before another']),
    ...found(xml, /<w:(?:pStyle|tblStyle) w:val="([^"]+)"/g)
      .filter((id) => !styles.includes(id))
      .map((id) => `no style is called ${id}`),
    ...found(xml, / r:id="([^"]+)"/g)
      .filter((id) => !relations.includes(id))
      .map((id) => `no relationship is called ${id}`),
    ...(/<w:tc>(?:(?!<w:p[ >]).)*?<\/w:tc>/.test(xml) ? ['a cell has no paragraph'] : []),
    ...(/<\/w:tbl><w:tbl>/.test(xml) ? ['two tables touch'] : []),
    ...(/<w:sectPr[ >](?:(?!<\/w:sectPr>).)*<\/w:sectPr><\/w:body>/.test(xml)
      ? []
      : ['the body does not end in its section']),
  ];
};

/**
 * What would make Word offer to repair a file: parts that are missing or not well-formed, relationships to nowhere,
 * bookmarks with the same id or name or without an end, styles that no one defined, cells without a paragraph.
 */
export const repairsNeeded = (bytes: Uint8Array): readonly string[] => {
  const parts = wordParts(bytes);
  const malformed = Object.entries(parts)
    .filter(([name, xml]) => /\.(xml|rels)$/.test(name) && XMLValidator.validate(xml) !== true)
    .map(([name]) => `${name} is not well-formed`);
  const typed = found(parts['[Content_Types].xml'] ?? '', /PartName="\/([^"]+)"/g);
  const missing = [...needed, ...typed]
    .filter((name) => !(name in parts))
    .map((name) => `${name} is missing`);
  const isFirst =
    Object.keys(parts)[0] === '[Content_Types].xml' ? [] : ['the content types do not come first'];
  return [...malformed, ...missing, ...isFirst, ...relationProblems(parts), ...bodyProblems(parts)];
};

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
