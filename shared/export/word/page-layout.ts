/** The pages of a template, so far as the body must know them. */
export type PageLayout = {
  /** Width of the text in twentieths of a point. */
  readonly textWidth: number;
  /** The same of the page turned on its side. */
  readonly wideTextWidth: number;
  /** An empty paragraph that ends pages as the template has them; and one that ends pages turned on their side. */
  readonly endUpright: string;
  readonly endWide: string;
};

const attribute = (xml: string, name: string, otherwise: number): number => {
  const found = new RegExp(`\\sw:${name}="(\\d+)"`).exec(xml);
  return found === null ? otherwise : Number(found[1]);
};

const a4 = { width: 11_906, height: 16_838, margin: 1_417 };

/**
 * Reads the last section of a template's `word/document.xml`: its page, margins, head and foot. What a secretariat
 * changed there in Word holds for the turned pages too.
 */
export const pageLayout = (documentXml: string): PageLayout => {
  const sections = documentXml.match(/<w:sectPr[\s>](?:(?!<\/w:sectPr>)[\s\S])*<\/w:sectPr>/g) ?? [];
  const section = sections.at(-1) ?? '<w:sectPr></w:sectPr>';
  const size = /<w:pgSz\b[^>]*>/.exec(section)?.[0] ?? '';
  const margins = /<w:pgMar\b[^>]*>/.exec(section)?.[0] ?? '';
  const width = attribute(size, 'w', a4.width);
  const height = attribute(size, 'h', a4.height);
  const sides = attribute(margins, 'left', a4.margin) + attribute(margins, 'right', a4.margin);
  const turned = `<w:pgSz w:w="${height}" w:h="${width}" w:orient="landscape"/>`;
  const wide =
    size === '' ? section.replace('</w:sectPr>', `${turned}</w:sectPr>`) : section.replace(size, turned);
  const end = (properties: string): string =>
    `<w:p><w:pPr><w:pStyle w:val="AfterTable"/>${properties}</w:pPr></w:p>`;
  return {
    textWidth: width - sides,
    wideTextWidth: height - sides,
    endUpright: end(section),
    endWide: end(wide),
  };
};
