/** As much of a DOM node as is read here. */
export type MarkupNode = {
  readonly nodeType: number;
  readonly nodeName: string;
  readonly nodeValue: string | null;
  readonly childNodes: ArrayLike<MarkupNode>;
  /** Of an element. */
  getAttribute?(name: string): string | null;
};

const textNode = 3;
const elementNode = 1;
/** Deeper than people nest; what lies below is read without its structure. */
const deepest = 200;

/** What is no text, or none any more: a tracked deletion. */
const silent: ReadonlySet<string> = new Set('DEL SCRIPT STYLE HEAD TITLE TEMPLATE META'.split(' '));
const blocks: ReadonlySet<string> = new Set(
  'ADDRESS ARTICLE ASIDE BLOCKQUOTE DD DIV DL DT FIGURE FOOTER H1 H2 H3 H4 H5 H6 HEADER HR LI MAIN OL P PRE SECTION TABLE TBODY TFOOT THEAD TR UL'.split(
    ' ',
  ),
);

type Place = { readonly depth: number; readonly list: 'OL' | 'UL' | null; readonly number: number };

const oneLine = (text: string): string => text.trim().replace(/\s*\n\s*/g, ' ');

/** A number that the markup gives a list or an item; undefined: it follows the one before. */
const numberGiven = (node: MarkupNode, attribute: 'start' | 'value'): number | undefined => {
  const given = node.getAttribute?.(attribute) ?? '';
  return /^-?\d{1,9}$/.test(given) ? Number(given) : undefined;
};

const read = (node: MarkupNode, place: Place): string => {
  if (node.nodeType === textNode) return (node.nodeValue ?? '').replace(/[ \t\r\n]+/g, ' ');
  const name = node.nodeName.toUpperCase();
  if (node.nodeType !== elementNode || silent.has(name) || place.depth > deepest) return '';
  if (name === 'BR') return '\n';
  const list = name === 'OL' || name === 'UL' ? name : place.list;
  let number = (numberGiven(node, 'start') ?? 1) - 1;
  const parts = Array.from(node.childNodes, (child) => {
    if (child.nodeName.toUpperCase() === 'LI') number = numberGiven(child, 'value') ?? number + 1;
    return read(child, { depth: place.depth + 1, list, number });
  });
  if (name === 'TR') {
    return `\n${parts
      .map(oneLine)
      .filter((cell, index) => node.childNodes[index]?.nodeType === elementNode || cell !== '')
      .join(' | ')}\n`;
  }
  const inner = parts.join('');
  if (name === 'LI') return `\n${place.list === 'OL' ? `${place.number}.` : '•'} ${inner.trim()}\n`;
  return blocks.has(name) ? `\n${inner}\n` : inner;
};

/** The words of a page as plain text: an item to a line with its bullet or number, a row of a table to a line. */
export const textOfMarkup = (root: MarkupNode): string =>
  read(root, { depth: 0, list: null, number: 0 })
    .split('\n')
    .map((line) => line.trim())
    .join('\n')
    .replace(/\n{2,}/g, '\n')
    .trim();
