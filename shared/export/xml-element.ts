import { lines } from './text.ts';
import { escaped } from './xml.ts';

/** An element with its attributes in order, and within it elements or one text. */
export type XmlElement = {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly content: readonly XmlElement[] | string;
};

/** An attribute that is undefined is left out. */
export const element = (
  name: string,
  attributes: Readonly<Record<string, string | undefined>> = {},
  content: XmlElement['content'] = [],
): XmlElement => ({
  name,
  attributes: Object.fromEntries(
    Object.entries(attributes).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])),
  ),
  content,
});

/** Text as XML 1.0 takes it: escaped, line feeds kept, without the controls that it forbids. */
const xmlText = (text: string): string =>
  escaped(
    lines(text, 'en')
      .map((one) => one.text)
      .join('\n'),
  );

const written = ({ name, attributes, content }: XmlElement, indent: string): string => {
  const start = `${indent}<${name}${Object.entries(attributes)
    .map(([key, value]) => ` ${key}="${xmlText(value)}"`)
    .join('')}`;
  if (typeof content === 'string') return `${start}>${xmlText(content)}</${name}>\n`;
  if (content.length === 0) return `${start}/>\n`;
  return `${start}>\n${content.map((child) => written(child, `${indent}  `)).join('')}${indent}</${name}>\n`;
};

/**
 * An XML 1.0 document in UTF-8, indented. Our own few lines: the order of elements matters to the standards that we
 * write for, and a library that builds XML from objects keeps no order among elements of different names.
 */
export const xmlDocument = (root: XmlElement): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n${written(root, '')}`;
