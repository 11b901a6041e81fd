import { TemplateHandler } from 'easy-template-x';
import { strFromU8, strToU8, unzipSync } from 'fflate';
import type { Parts } from '../plain-zip.ts';
import { escaped } from '../xml.ts';
import { type PageLayout, pageLayout } from './page-layout.ts';

/** The tags of a house template that become text. */
const textTags = [
  'kindName',
  'title',
  'shortTitle',
  'standing',
  'date',
  'training',
  'pageWord',
  'ofPages',
  'afterPages',
] as const;

/** What comes into the places of a house template: texts of one line, and WordprocessingML. */
export type HouseFilling = Readonly<Record<(typeof textTags)[number], string>> & {
  /** Within a run; empty for none. */
  readonly watermark: string;
  /** Paragraphs and tables. */
  readonly body: string;
};

/** A house template that was read once, to be filled many times. */
export type HouseTemplate = {
  readonly layout: PageLayout;
  /** The parts of a Word file, filled. */
  readonly filled: (filling: HouseFilling) => Record<string, Uint8Array>;
};

// Two characters of the private use area, which no template has beside each other.
const [open, close] = ['\ue0f0', '\ue0f1'];
const place = (tag: string): string => `${open}${tag}${close}`;

/** A text, the run's text that the watermark takes the place of, or the paragraph of the body. */
const places = new RegExp(
  [
    `<w:p[^>]*>${place('(body)')}</w:p>`,
    `<w:t[^>]*>${place('(watermark)')}</w:t>`,
    place(`(${textTags.join('|')})`),
  ].join('|'),
  'gu',
);

/**
 * Reads a house template: tags are found wherever a secretariat left them, also where Word cut them into runs. That is
 * the slow part, and done once: a file is then only joined from the stretches between the tags. Rejects where the
 * template cannot be read or has no `{body}` in a paragraph of its own.
 */
export const readHouseTemplate = async (template: Uint8Array): Promise<HouseTemplate> => {
  const layout = pageLayout(strFromU8(unzipSync(template)['word/document.xml'] ?? new Uint8Array()));
  const marked = await new TemplateHandler().process(Uint8Array.from(template).buffer, {
    ...Object.fromEntries(textTags.map((tag) => [tag, place(tag)])),
    watermark: { _type: 'rawXml', xml: `<w:t>${place('watermark')}</w:t>` },
    body: { _type: 'rawXml', xml: `<w:p>${place('body')}</w:p>`, replaceParagraph: true },
  });
  const parts: Parts = unzipSync(new Uint8Array(marked));
  const withPlaces = Object.entries(parts)
    .filter(([name]) => name.endsWith('.xml'))
    .map(([name, bytes]) => [name, strFromU8(bytes)] as const)
    .filter(([, xml]) => xml.includes(open));
  // A template that lost its place for the body would give a file without the document.
  const main = withPlaces.find(([name]) => name === 'word/document.xml')?.[1] ?? '';
  if (![...main.matchAll(places)].some(([, body]) => body === 'body'))
    throw new Error('the house template has no {body} in a paragraph of its own');
  return {
    layout,
    filled: (filling) => ({
      ...parts,
      ...Object.fromEntries(
        withPlaces.map(([name, xml]) => [
          name,
          strToU8(
            xml.replace(
              places,
              (_, body?: 'body', watermark?: 'watermark', text?: (typeof textTags)[number]) =>
                text === undefined ? filling[body ?? watermark ?? 'body'] : escaped(filling[text]),
            ),
          ),
        ]),
      ),
    }),
  };
};
