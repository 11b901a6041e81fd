import type { FieldMap } from '#shared/domain/field-value.ts';
import type { DocId, RandomBytes } from '#shared/domain/ids.ts';
import { makeDocId } from '#shared/domain/ids.ts';
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
