/** Scrolls to a list that opens below its line, where there is room for both; the line itself never leaves the view. */
export const bringIntoView = (list: HTMLElement, line: HTMLElement): void => {
  list.scrollIntoView({ block: 'nearest' });
  line.scrollIntoView({ block: 'nearest' });
};
