import { XMLValidator } from 'fast-xml-parser';
import { strFromU8, strToU8, type UnzipFileInfo, unzipSync, type Zippable, zipSync } from 'fflate';
import { err, ok, type Result } from '#shared/result.ts';
import { type ImportError, importError } from './import-result.ts';
import { numbered, textsIn } from './numbered-texts.ts';
import { readablePart } from './readable-part.ts';

/** Bytes that a Word file may have; pictures are not unpacked, so that most of a large one costs nothing. */
export const maxWordBytes = 100_000_000;
/** Bytes to which its text may unpack, in one part and in all. */
const maxPartBytes = 40_000_000;
const maxTextBytes = 60_000_000;
const maxEntries = 4_000;

/** The parts of a Word file that hold its text, checked; and what else was seen in it. */
export type DocxPackage = {
  /** A new archive of the text parts alone: nothing in it unpacks to more than was checked. */
  readonly archive: Uint8Array;
  readonly documentXml: string;
  /** Text of headers and footers, by part name. */
  readonly margins: readonly { readonly part: string; readonly xml: string }[];
  /** Notes and comments, by part name: what stands in them is read with the document. */
  readonly notes: readonly { readonly part: string; readonly xml: string }[];
  /** Diagrams, by part name. */
  readonly diagrams: readonly { readonly part: string; readonly xml: string }[];
  /** What is read: the document, then its notes; each of their texts is numbered in the archive. */
  readonly numbered: readonly NumberedPart[];
  readonly hasMacros: boolean;
  readonly pictures: number;
  readonly objects: number;
};

/** A part of the document. `first` and `count`: of its texts. */
export type NumberedPart = { readonly xml: string; readonly first: number; readonly count: number };

/** What an archive has beside its text parts. */
export type SeenInArchive = Pick<DocxPackage, 'hasMacros' | 'pictures' | 'objects'> & {
  readonly names: ReadonlySet<string>;
};

export const nothingElse: SeenInArchive = { names: new Set(), hasMacros: false, pictures: 0, objects: 0 };

class Refusal extends Error {
  readonly refusal: ImportError;
  constructor(refusal: ImportError) {
    super(refusal.code);
    this.refusal = refusal;
  }
}

const startsWith = (bytes: Uint8Array, ...start: readonly number[]): boolean =>
  start.every((byte, index) => bytes[index] === byte);

/** `EncryptedPackage` as the directory of an OLE file writes it (UTF-16LE). */
const encryptedMark =
  'E\u0000n\u0000c\u0000r\u0000y\u0000p\u0000t\u0000e\u0000d\u0000P\u0000a\u0000c\u0000k\u0000a';

const contains = (bytes: Uint8Array, mark: string): boolean => {
  const first = mark.charCodeAt(0);
  const last = Math.min(bytes.length, 20_000_000) - mark.length;
  for (let at = bytes.indexOf(first); at >= 0 && at <= last; at = bytes.indexOf(first, at + 1)) {
    let index = 1;
    while (index < mark.length && bytes[at + index] === mark.charCodeAt(index)) index += 1;
    if (index === mark.length) return true;
  }
  return false;
};

const notAZip = (bytes: Uint8Array): ImportError => {
  if (bytes.length === 0) return importError('empty-file');
  const isOle = startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1);
  if (isOle) return importError(contains(bytes, encryptedMark) ? 'encrypted' : 'old-word');
  return importError('not-a-zip');
};

const isTextPart = (name: string): boolean =>
  /^(\[Content_Types\]\.xml|_rels\/.*|docProps\/(core|app)\.xml|word\/(?!media|embeddings|fonts|theme|activeX)[^/]*\.xml|word\/_rels\/[^/]*|word\/diagrams\/data\d*\.xml|mimetype)$/iu.test(
    name,
  );

/** Unpacks the text parts, each only after its declared size was found small enough. */
const unpackText = (bytes: Uint8Array) => {
  let entries = 0;
  let total = 0;
  const seen = { names: new Set<string>(), hasMacros: false, pictures: 0, objects: 0 };
  const parts = unzipSync(bytes, {
    filter: ({ name, originalSize }: UnzipFileInfo) => {
      entries += 1;
      if (entries > maxEntries)
        throw new Refusal(importError('unpacks-too-large', { part: name, limitBytes: maxTextBytes }));
      seen.names.add(name);
      if (/vbaProject|vbaData/iu.test(name)) seen.hasMacros = true;
      if (/^word\/media\/./iu.test(name)) seen.pictures += 1;
      if (/^word\/embeddings\/./iu.test(name)) seen.objects += 1;
      if (!isTextPart(name)) return false;
      total += originalSize;
      // "Not this size" catches sizes that are no number at all.
      if (!(originalSize <= maxPartBytes))
        throw new Refusal(importError('unpacks-too-large', { part: name, limitBytes: maxPartBytes }));
      if (!(total <= maxTextBytes))
        throw new Refusal(importError('unpacks-too-large', { part: name, limitBytes: maxTextBytes }));
      return true;
    },
  });
  return { parts, ...seen };
};

const brokenXml = (part: string, xml: string): ImportError | null => {
  // A document type could define entities that unfold without end; Word never writes one.
  if (/<!DOCTYPE|<!ENTITY/u.test(xml)) return importError('broken-xml', { part, line: 1 });
  const valid = XMLValidator.validate(xml);
  return valid === true ? null : importError('broken-xml', { part, line: valid.err.line ?? 1 });
};

/**
 * Opens a Word file without running, linking or unpacking anything but its text: refuses by name what is no such
 * file, is locked, is damaged, or would unpack to more than a document can be.
 */
export const openDocx = (bytes: Uint8Array): Result<DocxPackage, ImportError> => {
  if (bytes.length > maxWordBytes)
    return err(importError('file-too-large', { limitBytes: maxWordBytes, actualBytes: bytes.length }));
  if (!startsWith(bytes, 0x50, 0x4b)) return err(notAZip(bytes));
  let unpacked: ReturnType<typeof unpackText>;
  try {
    unpacked = unpackText(bytes);
  } catch (error) {
    return err(error instanceof Refusal ? error.refusal : importError('damaged-archive'));
  }
  const { parts, ...seen } = unpacked;
  const mimetype = strFromU8(parts.mimetype?.subarray(0, 200) ?? new Uint8Array());
  if (mimetype.includes('opendocument'))
    return err(importError(mimetype.includes('spreadsheet') ? 'workbook' : 'open-document'));
  return docxOfParts(parts, seen);
};

/** The part with the text: the one that the package names (Word on the web writes `word/document2.xml`), else the usual one. */
const mainPartOf = (parts: Readonly<Record<string, Uint8Array>>): string => {
  const named = strFromU8(parts['_rels/.rels']?.subarray(0, 20_000) ?? new Uint8Array())
    .match(/<Relationship\s[^>]*\/officeDocument"[^>]*>/gu)
    ?.map((relationship) => /\sTarget="\/?([^"]+)"/u.exec(relationship)?.[1] ?? '')
    .find((target) => target.startsWith('word/') && parts[target] !== undefined);
  return named ?? 'word/document.xml';
};

/** The parts that are read, by name, with the numbers of their texts one after the other. */
const numberedParts = (
  parts: readonly { readonly part: string; readonly xml: string }[],
): ReadonlyMap<string, NumberedPart> => {
  const found = new Map<string, NumberedPart>();
  let first = 0;
  for (const { part, xml } of parts) {
    const count = textsIn(xml);
    found.set(part, { xml, first, count });
    first += count;
  }
  return found;
};

/** The unpacked parts of a Word file, checked: every one of them is well-formed. */
export const docxOfParts = (
  parts: Readonly<Record<string, Uint8Array>>,
  { names, ...seen }: SeenInArchive,
): Result<DocxPackage, ImportError> => {
  const main = mainPartOf(parts);
  if (parts[main] === undefined)
    return err(
      importError(
        names.has(main) ? 'damaged-archive' : names.has('xl/workbook.xml') ? 'workbook' : 'not-word',
      ),
    );
  const texts = new Map<string, string>();
  for (const [part, content] of Object.entries(parts)) {
    if (!/\.(xml|rels)$/iu.test(part)) continue;
    const xml = strFromU8(content);
    const broken = brokenXml(part, xml);
    if (broken !== null) return err(broken);
    texts.set(part, readablePart(xml));
  }
  const partsOf = (name: RegExp) =>
    [...texts].filter(([part]) => name.test(part)).map(([part, xml]) => ({ part, xml }));
  const documentXml = texts.get(main) ?? '';
  const notes = partsOf(/^word\/(footnotes|endnotes|comments)\d*\.xml$/iu);
  const read = numberedParts([{ part: main, xml: documentXml }, ...notes]);
  const stored: Zippable = Object.fromEntries(
    Object.entries(parts).map(([part, content]) => {
      const own = read.get(part);
      const text = own === undefined ? texts.get(part) : numbered(own.xml, own.first);
      return [part, [text === undefined ? content : strToU8(text), { level: 0 }] as const];
    }),
  );
  return ok({
    archive: zipSync(stored),
    documentXml,
    margins: partsOf(/^word\/(header|footer)\d*\.xml$/iu),
    notes,
    diagrams: partsOf(/^word\/diagrams\//iu),
    numbered: [...read.values()],
    ...seen,
  });
};
