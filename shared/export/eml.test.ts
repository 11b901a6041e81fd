import fc from 'fast-check';
import PostalMime from 'postal-mime';
import { describe, expect, it } from 'vitest';
import { emlFile, type Letter } from './eml.ts';

const letter: Letter = {
  to: ['desk@example.org'],
  subject: 'Pledge',
  text: 'Enclosed.',
  files: [],
  now: Date.UTC(2026, 10, 26, 9, 5, 7),
  random: new Uint8Array(16).fill(7),
};

describe('emlFile', () => {
  it('writes a letter still to be sent, in lines that every server takes', () => {
    expect(emlFile(letter).split('\r\n')).toEqual([
      'X-Unsent: 1',
      'Date: Thu, 26 Nov 2026 09:05:07 +0000',
      'To: desk@example.org',
      'Subject: Pledge',
      'MIME-Version: 1.0',
      'Content-Type: multipart/mixed;',
      ` boundary="desk-${'07'.repeat(16)}"`,
      '',
      `--desk-${'07'.repeat(16)}`,
      'Content-Type: text/plain; charset=utf-8',
      'Content-Transfer-Encoding: base64',
      '',
      'RW5jbG9zZWQu',
      '',
      `--desk-${'07'.repeat(16)}--`,
      '',
    ]);
  });

  it('lets nobody add a header by a subject, an address or the name of a file', async () => {
    const text = emlFile({
      ...letter,
      subject: 'a\r\nBcc: x@y.z',
      to: ['a@b.c\r\nBcc: x@y.z'],
      files: [{ name: 'a"\r\nX: 1.pdf', type: 'a/b\r\nX: 1', bytes: new Uint8Array(3) }],
    });
    expect((await PostalMime.parse(text)).headers.map(({ key }) => key)).toEqual([
      'x-unsent',
      'date',
      'subject',
      'mime-version',
      'content-type',
    ]);
    expect(text).not.toMatch(/^X: 1/m);
  });

  it('another reader finds every word and byte again', async () => {
    const words = fc.string({ unit: 'grapheme', maxLength: 90 });
    await fc.assert(
      fc.asyncProperty(
        words,
        words,
        fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }),
        fc.uint8Array({ maxLength: 200 }),
        async (subject, text, name, bytes) => {
          const eml = emlFile({
            ...letter,
            subject: `S${subject}`,
            text: `T${text}`,
            files: [{ name: `n${name}.pdf`, type: 'application/pdf', bytes }],
          });
          expect(eml.split('\r\n').filter((line) => line.length > 78 || /[^\t\x20-\x7e]/.test(line))).toEqual(
            [],
          );
          const read = await PostalMime.parse(eml);
          const oneLine = (of: string) => of.toWellFormed().replace(/\s+/g, ' ').trim();
          expect(oneLine(read.subject ?? '')).toBe(oneLine(`S${subject}`));
          expect(oneLine(read.text ?? '')).toBe(oneLine(`T${text}`));
          const [file] = read.attachments;
          expect(oneLine(file?.filename ?? '')).toBe(oneLine(`n${name}.pdf`));
          expect(new Uint8Array(file?.content as ArrayBuffer)).toEqual(bytes);
        },
      ),
      { numRuns: 2000 },
    );
  });
});
