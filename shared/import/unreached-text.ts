import { unescaped, withoutBlanks } from './xml-text.ts';

/** Where a text stands that is no part of the running text. */
export type AsidePlace = 'text-box' | 'formula' | 'elsewhere';

/** A paragraph of the running text, or what stands beside it in one place. */
export type Stretch = { readonly at: 'running' | AsidePlace; readonly text: string };

const tag =
  /<(\/?)(w:(?:p|t|tab|br|txbxContent|sdt|moveFrom|moveTo)|[am]:(?:p|t|oMath)|w14:checkbox)(?=[\s/>])((?:[^"'>]|"[^"]*"|'[^']*')*)>([^<]*)/gu;

const places: Readonly<Record<string, AsidePlace>> = { 'w:txbxContent': 'text-box', 'm:oMath': 'formula' };

/** An element that is open. `hasBox`: a box to tick, whose sign the reader has as a box. */
type Open = { readonly name: string; readonly from: number; hasBox: boolean };

/** What stands beside the running text as one: a whole text box, a whole formula, else a paragraph. */
const asideOf = (open: readonly Open[]): { readonly at: AsidePlace; readonly from: number } => {
  const holder = open.find(({ name }) => places[name] !== undefined);
  if (holder !== undefined) return { at: places[holder.name] ?? 'elsewhere', from: holder.from };
  return { at: 'elsewhere', from: open.findLast(({ name }) => name === 'w:p')?.from ?? 0 };
};

/**
 * The text of a part in its order: paragraphs that were reached, and between them what was not. `first`: the number of
 * its first text; `reached`: the numbers of those that the reader met. What was moved while changes were tracked is at
 * its new place only.
 */
export const stretchesOf = (xml: string, first: number, reached: ReadonlySet<number>): readonly Stretch[] => {
  const open: Open[] = [];
  const stretches: { at: Stretch['at']; text: string; from: number; isMovedAway: boolean }[] = [];
  let next = first;
  let movedHere = '';
  const isWithin = (element: string): boolean => open.some(({ name }) => name === element);
  const add = (at: Stretch['at'], from: number, text: string): void => {
    const last = stretches.at(-1);
    const isMovedAway = at !== 'running' && isWithin('w:moveFrom');
    if (last?.at === at && last.from === from && last.isMovedAway === isMovedAway) last.text += text;
    else stretches.push({ at, text, from, isMovedAway });
  };
  const addText = (name: string, text: string, isNumbered: boolean): void => {
    if (isNumbered) next += 1;
    if (isWithin('w:moveTo')) movedHere += text;
    const box = open.findLast(({ hasBox }) => hasBox);
    if (isNumbered && reached.has(next - 1)) {
      add('running', open.findLast((one) => one.name === 'w:p')?.from ?? 0, text);
    } else if (box !== undefined && name === 'w:t') box.hasBox = false;
    else {
      const { at, from } = asideOf(open);
      add(at, from, text);
    }
  };
  for (const { 0: token, 1: slash, 2: name = '', 3: more = '', 4: raw = '', index } of xml.matchAll(tag)) {
    const last = stretches.at(-1);
    const isEmpty = more.endsWith('/');
    if (slash !== '') {
      if (open.at(-1)?.name === name) open.pop();
    } else if (name === 'w14:checkbox') {
      const control = open.findLast((one) => one.name === 'w:sdt');
      if (control !== undefined) control.hasBox = true;
    } else if (!isEmpty && name.endsWith(':t')) {
      const isNumbered = name === 'w:t' && xml.startsWith('</w:t>', index + token.length);
      addText(name, unescaped(raw), isNumbered);
      open.push({ name, from: index, hasBox: false });
    } else if (/^w:(?:tab|br)$/u.test(name)) {
      // A tab that says where it stops is one of the settings of a paragraph.
      if (last !== undefined && (name === 'w:br' || more.trim() === '/')) last.text += ' ';
    } else if (!isEmpty) {
      const isInside =
        last !== undefined && last.at !== 'running' && open.some(({ from }) => from === last.from);
      if (isInside && name.endsWith(':p')) last.text += '\n';
      open.push({ name, from: index, hasBox: false });
    }
  }
  const moved = withoutBlanks(movedHere);
  return stretches
    .filter(({ text, isMovedAway }) => !(isMovedAway && moved.includes(withoutBlanks(text))))
    .map(({ at, text }) => ({ at, text: text.trim().replace(/\s*\n\s*/gu, '\n') }))
    .filter(({ text }) => text !== '');
};
