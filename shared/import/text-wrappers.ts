const wrapper = /<\/?w:(?:bdo|dir|ruby|rubyBase)(?=[\s/>])(?:[^"'>]|"[^"]*"|'[^']*')*>/gu;

/**
 * A part of a Word file without the elements that hold words of a line (which way it runs, that a reading stands over
 * it) and that the reader of the text passes over with all that is in them. Source: ECMA-376-1, 17.3.2.3, 17.3.2.8
 * and 17.3.3.25.
 */
export const withoutTextWrappers = (xml: string): string => xml.replace(wrapper, '');
