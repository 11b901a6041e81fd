import { colours } from './house-styles.ts';

const edge = (side: string, size: number): string =>
  `<w:${side} w:val="single" w:sz="${size}" w:space="0" w:color="${colours.hairline}"/>`;

/**
 * The table style of the house as Word writes it: the docx library makes no table styles. Hairlines between the
 * rows, a stronger line under the head; a secretariat restyles every table of a document by changing this one.
 */
export const tableStyle = [
  '<w:style w:type="table" w:customStyle="1" w:styleId="DeskTable">',
  '<w:name w:val="Desk Table"/><w:uiPriority w:val="99"/><w:qFormat/>',
  '<w:tblPr><w:tblBorders>',
  edge('top', 6),
  edge('bottom', 6),
  edge('insideH', 4),
  '</w:tblBorders><w:tblCellMar>',
  '<w:left w:w="70" w:type="dxa"/><w:right w:w="70" w:type="dxa"/>',
  '</w:tblCellMar></w:tblPr>',
  '<w:tblStylePr w:type="firstRow"><w:tblPr/><w:tcPr><w:tcBorders>',
  edge('bottom', 8),
  '</w:tcBorders><w:shd w:val="clear" w:color="auto" w:fill="F3F5F6"/></w:tcPr></w:tblStylePr>',
  '</w:style>',
].join('');
