import { amountPath } from '#shared/domain/budget.ts';
import { itemPath, positionPath, subPath } from '#shared/domain/field-path.ts';
import type { FieldMap, FieldValue } from '#shared/domain/field-value.ts';
import type { DocId, RandomBytes } from '#shared/domain/ids.ts';
import { makeDocId, seededItemId } from '#shared/domain/ids.ts';
import type { TemplateRef } from '#shared/domain/template.ts';
import { type DocumentState, newDocument } from '#shared/sync/document-state.ts';

/** Bytes that look random and are the same for the same seed (mulberry32). */
export function seededBytes(seed: number): RandomBytes {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return (t ^ (t >>> 14)) >>> 0;
  };
  return (length) => Uint8Array.from({ length }, () => next() & 0xff);
}

const words: readonly string[] = [
  'registro frontera acuerdo municipio familia trabajo escuela documento camino',
  'border registry worker district permit household mobile clinic night school return',
  'commune retour atelier recrutement frontière état civil diaspora épargne accord',
  'تسجيل حدود عمل أسرة مدرسة بلدية وثيقة طريق عودة',
  '登记 边境 工人 学校 家庭 社区 证件 返回 合作',
  'граница работа школа семья посёлок документ дорога возвращение',
].flatMap((line) => line.split(' '));

/** Prose of about `length` UTF-16 units in mixed languages; compresses like prose does, not like noise. */
export function prose(random: RandomBytes, length: number): string {
  const parts: string[] = [];
  for (let size = 0; size < length; ) {
    const [high = 0, low = 0] = random(2);
    const word = words[(high * 256 + low) % words.length] ?? '';
    parts.push(word);
    size += word.length + 1;
  }
  return parts.join(' ').slice(0, length);
}

/** A pledge of about 11 kB with the long description and the short fields of a real one. */
export function pledgeState(random: RandomBytes, now: number, template: TemplateRef): DocumentState {
  const id: DocId = makeDocId(now, random);
  const values: FieldMap = {
    title: prose(random, 110),
    entityName: prose(random, 40),
    country: 'CL',
    objectives: ['5', '6', '16'],
    description: prose(random, 8_000),
    contactName: prose(random, 24),
    contactEmail: 'desk@example.org',
  };
  return newDocument(id, 'pledge', template, values, now);
}

/** Rows of the budget of a large concept note, under the seven categories and one of indirect costs. */
export const noteRows = 200;
const noteOrganizations = 3;

/** A concept note of about 50 kB: long narratives, and a budget of 200 rows for three organizations. */
export function noteValues(random: RandomBytes): FieldMap {
  const values: Record<string, FieldValue> = {
    title: prose(random, 160),
    countries: ['CL', 'MX'],
    currency: 'USD',
    durationMonths: 24,
    startMonth: '2027-09',
    thematicArea: '3',
    objectives: ['5', '6', '16'],
    hasResidentCoordinator: true,
    context: prose(random, 7_000),
    theoryOfChange: prose(random, 5_000),
    strategy: prose(random, 7_000),
    consultations: prose(random, 5_000),
    innovation: prose(random, 3_000),
    sustainability: prose(random, 3_000),
    crossCutting: prose(random, 4_000),
  };
  const item = (list: string, index: number): ReturnType<typeof seededItemId> => {
    const id = seededItemId(index + 1);
    values[itemPath(list, id)] = true;
    values[positionPath(list, id)] = `a${String(index).padStart(4, '0')}`;
    return id;
  };
  const organizations = Array.from({ length: noteOrganizations }, (_, index) => {
    const id = item('organizations', index);
    values[subPath('organizations', id, 'name')] = prose(random, 40);
    values[subPath('organizations', id, 'acronym')] = ['IOM', 'ILO', 'UNICEF'][index] ?? '';
    return id;
  });
  for (let row = 0; row < noteRows; row += 1) {
    const line = item('budget', row);
    values[subPath('budget', line, 'category')] = row === noteRows - 1 ? 'indirect' : String((row % 7) + 1);
    values[subPath('budget', line, 'description')] = prose(random, 30);
    for (const organization of organizations) {
      const [high = 0, low = 0] = random(2);
      values[amountPath('budget', line, organization)] = (high * 256 + low) * 100;
    }
  }
  return values;
}

/** The same as a document that was begun at `now`. */
export const noteState = (random: RandomBytes, now: number, template: TemplateRef): DocumentState =>
  newDocument(makeDocId(now, random), 'concept-note', template, noteValues(random), now);

/** Half an hour of work on a note: sentences in three of its narratives, four amounts. */
export function noteHalfHour(values: FieldMap, random: RandomBytes): FieldMap {
  const next: Record<string, FieldValue> = { ...values };
  const paths = Object.keys(values);
  const narratives = paths.filter((path) => !path.includes('/') && String(values[path]).length > 1_000);
  const amounts = paths.filter((path) => path.includes('/amount/'));
  const number = (limit: number): number => {
    const [high = 0, low = 0] = random(2);
    return (high * 256 + low) % limit;
  };
  for (let edit = 0; edit < 3; edit += 1) {
    const path = narratives[number(narratives.length)] ?? '';
    const text = String(next[path]);
    const at = number(text.length - 200);
    // The first takes out about what it writes; the others add.
    next[path] = `${text.slice(0, at)} ${prose(random, 90)} ${text.slice(at + (edit === 0 ? 90 : 0))}`;
  }
  for (let cell = 0; cell < 4; cell += 1) next[amounts[number(amounts.length)] ?? ''] = number(60_000) * 100;
  return next;
}

/** Pledges in bulk as a spreadsheet saves them: one row each, of some 1.5 kB. */
export function pledgeTable(random: RandomBytes, rows: number): string {
  const line = (cells: readonly string[]): string =>
    `${cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')}\r\n`;
  const head = [
    'Title of the pledge',
    'Name of the entity',
    'Country of implementation',
    'Main objectives of the Compact',
    'What you commit to',
  ];
  const body = Array.from({ length: rows }, () =>
    line([prose(random, 90), prose(random, 40), 'Chile', '5; 6; 16', prose(random, 1_300)]),
  );
  return line(head) + body.join('');
}
