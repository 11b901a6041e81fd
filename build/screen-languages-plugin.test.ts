import { expect, test } from 'vitest';
import { inScreenLanguages } from './screen-languages-plugin.ts';

test('texts keep the languages of the screens, and everything else stays', () => {
  const form = {
    kind: 'pledge',
    name: { en: 'Pledge', es: 'Compromiso', fr: 'Engagement', ar: 'تعهد' },
    sections: [{ fields: [{ id: 'en', example: { en: 'Only English', zh: '例' }, in: ['fr', true] }] }],
  };
  expect(inScreenLanguages(form)).toEqual({
    kind: 'pledge',
    name: { en: 'Pledge', es: 'Compromiso' },
    sections: [{ fields: [{ id: 'en', example: { en: 'Only English' }, in: ['fr', true] }] }],
  });
});
