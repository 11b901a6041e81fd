import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { pastedLine, pastedText } from './pasted-text.ts';

describe('pastedText', () => {
  test('bullets of Word become bullets that every font has, numbers keep their number', () => {
    expect(pastedText('\uf0b7\tTrain staff\r\n·\tEquip offices\ro\tLater\r\n1.\tFirst\r\n- kept')).toBe(
      '• Train staff\n• Equip offices\n• Later\n1. First\n- kept',
    );
  });

  test('what cannot be seen is taken out, joiners and quotation marks stay', () => {
    expect(pastedText('co\u00adopera\u200btion\ufeff “so” ‘that’ می\u200cخواهم 👩\u200d🌾')).toBe(
      'cooperation “so” ‘that’ می\u200cخواهم 👩\u200d🌾',
    );
  });

  test('a no-break space stays only where French or a number wants it', () => {
    expect(pastedText('a\u00a0b «\u00a0oui\u00a0» 4\u00a0000 vrai\u00a0?')).toBe(
      'a b «\u00a0oui\u00a0» 4\u00a0000 vrai\u00a0?',
    );
  });

  test('every kind of line end is one, and rows of a table keep their cells apart', () => {
    expect(pastedText('a\vb\u2028c\u2029d\r\n\r\n\r\n\r\nYear\tTotal\n2027\t4')).toBe(
      'a\nb\nc\nd\n\nYear | Total\n2027 | 4',
    );
  });

  test('a part of a line keeps the blanks at its edges, a line within a text does not', () => {
    expect([' black ', 'black '].map(pastedText)).toEqual([' black ', 'black ']);
    expect([' black ', 'black\u00a0'].map(pastedLine)).toEqual([' black ', 'black ']);
    expect(pastedText('one \ntwo\t\nthree ')).toBe('one\ntwo\nthree ');
    expect(pastedText('last cell\t')).toBe('last cell');
    expect(pastedLine(' a whole line \n')).toBe('a whole line');
  });

  const anything = fc
    .array(
      fc.oneof(
        fc.string({ unit: 'binary' }),
        fc.constantFrom(
          '\t',
          '\n',
          '\r',
          '\uf0b7',
          '·',
          '• ',
          'o\t',
          '1.\t',
          '\u00a0',
          '\ud800',
          '\u0000',
          'ab',
        ),
      ),
    )
    .map((parts) => parts.join(''));

  test('any text can be pasted: the answer can be stored, has no rubbish, and pasted again is the same', () => {
    fc.assert(
      fc.property(anything, (text) => {
        const pasted = pastedText(text);
        expect(pasted.isWellFormed()).toBe(true);
        expect(pasted).not.toMatch(/(?!\n)\p{Cc}|[\u00ad\u200b\ufeff\ue000-\uf8ff]|\n{3}/u);
        expect(pastedText(pasted)).toBe(pasted);
      }),
      { numRuns: 10_000 },
    );
  });

  test('no letter and no digit is lost or moved', () => {
    const words = (text: string) => text.match(/[\p{L}\p{N}]/gu)?.join('') ?? '';
    const prose = fc.array(
      fc.constantFrom('año', '数据', 'العمل', ' ', '\n', '\t', '\u00a0', '“', '12', '- ', '\uf0a7'),
    );
    fc.assert(
      fc.property(prose, (parts) => {
        const text = parts.join('');
        expect(words(pastedText(text))).toBe(words(text));
      }),
      { numRuns: 2_000 },
    );
  });

  test('a line stays one line', () => {
    expect(pastedLine('  Pledge of\r\n the  ministry\n')).toBe('Pledge of the  ministry');
  });
});
