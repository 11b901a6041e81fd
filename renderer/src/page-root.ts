import { assert } from '#shared/assert.ts';

/** The element of index.html that React fills. */
export const pageRoot = (): HTMLElement => {
  const root = document.getElementById('root');
  assert(root, 'the page has an element with the id root');
  return root;
};
