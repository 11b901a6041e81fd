import mammoth from 'mammoth';
import { err, ok, type Result } from '#shared/result.ts';
import type { DocxPackage } from './docx-package.ts';
import { type ImportError, type ImportWarning, importError } from './import-result.ts';
import { unnumbered } from './numbered-texts.ts';
import {
  type DocxBlock,
  type DocxText,
  type ParagraphBlock,
  paragraphText,
  type TableRows,
  tableText,
  withoutBlankEnds,
} from './word-blocks.ts';

/** What mammoth hands to `transformDocument`: read here only, with every part unknown until looked at. */
type Node = {
  readonly type?: string;
  readonly children?: readonly Node[];
  readonly body?: readonly Node[];
  readonly value?: string;
  readonly name?: string;
  readonly checked?: boolean;
  readonly href?: string;
  readonly styleName?: string | null;
  readonly styleId?: string | null;
  readonly isBold?: boolean;
  readonly numbering?: { readonly level?: string | number; readonly isOrdered?: boolean } | null;
  readonly noteType?: string;
  readonly noteId?: string;
  readonly authorName?: string;
  readonly comments?: readonly Node[];
  readonly notes?: { resolve(reference: Node): Node | null };
};

const levelOf = ({ styleName, styleId }: Node): number => {
  const style = `${styleName ?? ''}|${styleId ?? ''}`;
  const numbered = /(?:heading|título|titulo|titre|encabezado|überschrift|заголовок)\s*([1-9])/iu.exec(style);
  if (numbered) return Number(numbered[1]);
  return /^(?:title|título|titulo|titre)\b|\|title\b/iu.test(style) ? 1 : 0;
};

/** Reads the tree of one document; keeps the notes that it met, in their order. */
class BlockReader {
  readonly #document: Node;
  readonly #notes: string[] = [];
  images = 0;
  tables = 0;
  /** The numbers of the texts that were read. */
  readonly reached = new Set<number>();

  constructor(document: Node) {
    this.#document = document;
  }

  get noteCount(): number {
    return this.#notes.length;
  }

  blocks(nodes: readonly Node[]): readonly DocxBlock[] {
    let waiting: string[] = [];
    return nodes.flatMap((node): readonly DocxBlock[] => {
      if (node.type === 'bookmarkStart' && node.name) waiting.push(node.name);
      if (node.type !== 'paragraph' && node.type !== 'table')
        return node.type === 'bookmarkStart' ? [] : this.blocks(node.children ?? []);
      const own: string[] = waiting;
      waiting = [];
      if (node.type === 'table') return [this.#table(node, own)];
      return [this.#paragraph(node, own)];
    });
  }

  /** Text of any nodes, as lines. */
  lines(nodes: readonly Node[]): string {
    return this.blocks(nodes)
      .map((block) =>
        block.block === 'table' ? tableText(block) : block.list === null ? block.text : paragraphText(block),
      )
      .join('\n');
  }

  #paragraph(node: Node, before: readonly string[]): ParagraphBlock {
    const anchors = [...before];
    const notesBefore = this.#notes.length;
    const runs = this.#inline(node.children ?? [], anchors);
    const notes = this.#notes
      .slice(notesBefore)
      .map((text, index) => `\n[${notesBefore + index + 1}] ${text}`);
    const numbering = node.numbering;
    return {
      block: 'paragraph',
      text: runs + notes.join(''),
      level: levelOf(node),
      style: node.styleId ?? node.styleName ?? '',
      isBold: runs.trim() !== '' && this.#isBold(node.children ?? []),
      list: numbering
        ? { depth: Math.min(Number(numbering.level) || 0, 8), isOrdered: numbering.isOrdered === true }
        : null,
      anchors,
    };
  }

  #isBold(nodes: readonly Node[]): boolean {
    return nodes.every((node) => {
      if (node.type === 'run') return node.isBold === true || !isSaid(node);
      return node.children === undefined || this.#isBold(node.children);
    });
  }

  #inline(nodes: readonly Node[], anchors: string[]): string {
    return withWholeLinks(nodes)
      .map((node) => this.#inlineNode(node, anchors))
      .join('');
  }

  #inlineNode(node: Node, anchors: string[]): string {
    switch (node.type) {
      case 'text': {
        const { number, words } = unnumbered(node.value ?? '');
        if (number !== null) this.reached.add(number);
        return words;
      }
      case 'tab':
        return '\t';
      case 'break':
        return '\n';
      case 'checkbox':
        return node.checked ? '☒' : '☐';
      case 'image':
        this.images += 1;
        return '';
      case 'bookmarkStart':
        if (node.name) anchors.push(node.name);
        return '';
      case 'noteReference':
        return this.#note(node);
      case 'hyperlink': {
        const { children = [] } = node;
        const text = this.#inline(children, anchors);
        // A run that only holds the marks of a field is empty.
        const href = children.length === 0 ? '' : addressOf(node.href ?? '');
        const isSaid = href === '' || text.includes(href) || href === `mailto:${text}`;
        return isSaid ? text : `${text} (${href})`;
      }
      case 'paragraph':
      case 'table':
        return `\n${this.lines([node])}\n`;
      default:
        return this.#inline(node.children ?? [], anchors);
    }
  }

  #note(reference: Node): string {
    const note = this.#document.notes?.resolve(reference);
    const place = this.#notes.push('');
    this.#notes[place - 1] = this.lines(note?.body ?? []).trim();
    return `[${place}]`;
  }

  #table(node: Node, anchors: readonly string[]): TableRows {
    this.tables += 1;
    const cells = rowsOf(node).map((row) =>
      (row.children ?? []).map(({ children = [] }) => ({
        text: withoutBlankEnds(this.lines(children)),
        style: children[0]?.styleId ?? '',
      })),
    );
    return {
      block: 'table',
      rows: cells.map((row) => row.map(({ text }) => text)),
      styles: cells.map((row) => row.map(({ style }) => style)),
      anchors,
    };
  }
}

/** The link that a node is, or that a run is whole. */
const linkOf = (node: Node): Node | null => {
  const [only, ...others] = node.type === 'run' ? (node.children ?? []) : [node];
  return only?.type === 'hyperlink' && others.length === 0 ? only : null;
};

/** Each run of a field is a link of its own: those that stand together and lead to one address are one. */
const withWholeLinks = (nodes: readonly Node[]): readonly Node[] => {
  const joined: Node[] = [];
  for (const node of nodes) {
    const [before, link] = [linkOf(joined.at(-1) ?? {}), linkOf(node)];
    if (before === null || link === null || before.href !== link.href) joined.push(node);
    else
      joined[joined.length - 1] = {
        ...before,
        children: [...(before.children ?? []), ...(link.children ?? [])],
      };
  }
  return joined;
};

/** The address that a field names; what it says beside it (`https://… " \o "words over the link`) is no part of it. */
const addressOf = (href: string): string => {
  const [, page = href, more = ''] = /^([^"]*)"(\s.*)$/su.exec(href) ?? [];
  const [, place] = /\\l\s+"?([^"\s]+)/u.exec(more) ?? [];
  return place === undefined ? page : `${page}#${place}`;
};

/** Whether anything of a node can be seen as text. */
const isSaid = ({ type, value = '', children = [] }: Node): boolean =>
  type === 'noteReference' ||
  type === 'checkbox' ||
  unnumbered(value).words.trim() !== '' ||
  children.some(isSaid);

const rowsOf = (table: Node): readonly Node[] =>
  (table.children ?? []).flatMap((child) => (child.type === 'tableRow' ? [child] : rowsOf(child)));

const count = (xml: string, pattern: RegExp): number => [...xml.matchAll(pattern)].length;

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null;

/** Reads the text of an opened Word file, with everything that it found and did not take as text. */
export const readBlocks = async (docx: DocxPackage): Promise<Result<DocxText, ImportError>> => {
  let tree: Node = {};
  try {
    // The build for browsers takes the one, the build for Node the other.
    const input = { arrayBuffer: docx.archive.slice().buffer, buffer: docx.archive };
    const options = {
      // No styles are mapped: the tree is read, and no HTML is made of it.
      includeEmbeddedStyleMap: false,
      includeDefaultStyleMap: false,
      externalFileAccess: false,
      transformDocument: (document: unknown) => {
        if (isNode(document)) tree = document;
        return { ...(document as object), children: [], comments: [] };
      },
    };
    await mammoth.convertToHtml(input as unknown as Parameters<typeof mammoth.convertToHtml>[0], options);
    return ok(gather(tree, docx));
  } catch {
    return err(importError('unreadable'));
  }
};

const gather = (tree: Node, docx: DocxPackage): DocxText => {
  const reader = new BlockReader(tree);
  const blocks = reader.blocks(tree.children ?? []);
  const { documentXml } = docx;
  const comments = (tree.comments ?? []).map((comment) => ({
    author: comment.authorName ?? '',
    text: reader.lines(comment.body ?? []).trim(),
  }));
  const inserted = count(documentXml, /<w:(?:ins|moveTo)[ >]/gu);
  const deleted = count(documentXml, /<w:(?:del|moveFrom)[ >]/gu);
  const objects = docx.objects + count(documentXml, /<w:altChunk[ />]/gu);
  const pictures = Math.max(docx.pictures, reader.images);
  const warnings: ImportWarning[] = [];
  const warn = (when: number | boolean, code: ImportWarning['code'], params: ImportWarning['params']) => {
    if (when) warnings.push({ place: '', code, params });
  };
  warn(docx.hasMacros, 'macros-left-out', {});
  warn(inserted + deleted, 'tracked-changes', { inserted, deleted });
  warn(comments.length, 'comments-kept', { count: comments.length });
  warn(reader.noteCount, 'notes-kept', { count: reader.noteCount });
  warn(pictures, 'pictures-left-out', { count: pictures });
  warn(objects, 'objects-left-out', { count: objects });
  return { blocks, comments, warnings, reached: reader.reached };
};
