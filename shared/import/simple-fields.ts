const opening = /<w:fldSimple(?=[\s/>])((?:[^"'>]|"[^"]*"|'[^']*')*?)(\/?)>/gu;
const instruction = /\sw:instr\s*=\s*(?:"([^"]*)"|'([^']*)')/u;

const mark = (type: 'begin' | 'separate' | 'end'): string =>
  `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;

/**
 * A part of a Word file with its simple fields (`w:fldSimple`: mail merge, properties, cross-references) written as
 * the complex ones that say the same, which are the only ones that the reader of the text knows. Source: ECMA-376-1,
 * 17.16.18 and 17.16.19.
 */
export const withoutSimpleFields = (xml: string): string =>
  xml
    .replace(opening, (_, attributes: string, isEmpty: string) => {
      if (isEmpty !== '') return '';
      const [, quoted, single = ''] = instruction.exec(attributes) ?? [];
      const said = `<w:r><w:instrText xml:space="preserve">${quoted ?? single}</w:instrText></w:r>`;
      return mark('begin') + said + mark('separate');
    })
    .replace(/<\/w:fldSimple\s*>/gu, mark('end'));
