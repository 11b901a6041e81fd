/** Stand around the number of a text: two characters that no writing has. */
const [before, after] = ['\ufdd0', '\ufdd1'];

const textElement = /<w:t(?:\s[^>]*)?>(?=[^<]*<\/w:t>)/gu;

/** How many texts a part has. */
export const textsIn = (xml: string): number => [...xml.matchAll(textElement)].length;

/** A part with each of its texts numbered from `first` on, so that a reader can say which of them it met. */
export const numbered = (xml: string, first: number): string => {
  let next = first;
  return xml.replace(textElement, (element) => {
    next += 1;
    return `${element}${before}${next - 1}${after}`;
  });
};

/** The number of a text and its words; of a text that was not numbered, the words alone. */
export const unnumbered = (value: string): { readonly number: number | null; readonly words: string } => {
  const [mark, number] = /^\ufdd0(\d+)\ufdd1/u.exec(value) ?? [''];
  return { number: number === undefined ? null : Number(number), words: value.slice(mark.length) };
};
