import { expect, test } from 'vitest';
import { type MarkupNode, textOfMarkup } from './text-of-markup.ts';

const text = (value: string): MarkupNode => ({
  nodeType: 3,
  nodeName: '#text',
  nodeValue: value,
  childNodes: [],
});
const element = (name: string, ...children: (MarkupNode | string)[]): MarkupNode => ({
  nodeType: 1,
  nodeName: name.toUpperCase(),
  nodeValue: null,
  childNodes: children.map((child) => (typeof child === 'string' ? text(child) : child)),
});

test('items of lists stand one to a line with their bullet or number', () => {
  const page = element(
    'body',
    element('p', 'We will'),
    element('ul', '\n ', element('li', 'train', element('b', ' staff')), element('li', 'equip offices')),
    element('ol', element('li', 'first'), element('li', element('p', 'second'))),
  );
  expect(textOfMarkup(page)).toBe('We will\n• train staff\n• equip offices\n1. first\n2. second');
});

test('a numbered list goes on from the number that it has', () => {
  const numbered = (node: MarkupNode, name: string, number: string): MarkupNode => ({
    ...node,
    getAttribute: (asked) => (asked === name ? number : null),
  });
  const items = [
    element('li', 'third'),
    numbered(element('li', 'tenth'), 'value', '10'),
    element('li', 'next'),
  ];
  const list = numbered(element('ol', ...items), 'start', '3');
  expect(textOfMarkup(element('body', list))).toBe('3. third\n10. tenth\n11. next');
});

test('what was deleted with the changes tracked is no text any more', () => {
  const page = element(
    'body',
    element('p', 'We will ', element('del', 'try to '), element('ins', 'train'), ' staff'),
  );
  expect(textOfMarkup(page)).toBe('We will train staff');
});

test('a row of a table is a line, an empty cell keeps its place', () => {
  const row = (...cells: string[]) =>
    element('tr', ...cells.map((cell) => element('td', element('p', cell))));
  const page = element(
    'body',
    element('table', element('tbody', row('Year', '', 'Total'), row('2027', '4', '9'))),
  );
  expect(textOfMarkup(page)).toBe('Year |  | Total\n2027 | 4 | 9');
});

test('styles and comments are not text, and nesting without end does not break it', () => {
  let deep = element('div', 'bottom');
  for (let level = 0; level < 5000; level += 1) deep = element('div', deep);
  expect(textOfMarkup(element('body', element('style', 'p { margin: 0 }'), 'Kept', deep))).toBe('Kept');
});
