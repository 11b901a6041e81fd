import { unescaped } from './xml-text.ts';

/** A paragraph from which something was deleted while Word tracked the changes, or that says where one is. */
export type TrackedParagraph = {
  /** What stands in it with all changes accepted. */
  readonly said: string;
  /** What was deleted, with … between pieces that did not stand together; empty where nothing was. */
  readonly deleted: string;
};

/** The paragraphs of a part, in order, each with what tracked changes took out of it. */
export const trackedParagraphs = (xml: string): readonly TrackedParagraph[] => {
  const tokens = /<w:p[ >]|<w:(t|delText)(?:\s[^>]*)?>([^<]*)<\/w:\1>|<w:tab\s*\/>|<w:br\s*\/>/gu;
  const paragraphs: { said: string; deleted: string[]; isOpen: boolean }[] = [
    { said: '', deleted: [], isOpen: false },
  ];
  for (const [token, kind, raw = ''] of xml.matchAll(tokens)) {
    const paragraph = paragraphs.at(-1);
    if (token.startsWith('<w:p')) paragraphs.push({ said: '', deleted: [], isOpen: false });
    else if (paragraph === undefined) continue;
    else if (kind === 'delText') {
      const before = paragraph.isOpen ? (paragraph.deleted.pop() ?? '') : '';
      paragraph.deleted.push(before + unescaped(raw));
      paragraph.isOpen = true;
    } else {
      paragraph.said += kind === 't' ? unescaped(raw) : ' ';
      if (raw !== '') paragraph.isOpen = false;
    }
  }
  return paragraphs.map(({ said, deleted }) => ({
    said: said.trim(),
    deleted: deleted
      .map((piece) => piece.trim())
      .filter((piece) => piece !== '')
      .join(' … '),
  }));
};
