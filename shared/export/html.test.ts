import { XMLValidator } from 'fast-xml-parser';
import { describe, expect, it } from 'vitest';
import { modelOf, sampleModel, sampleNames } from '#tests/support/samples.ts';
import { htmlFile, printPage } from './html.ts';

const lake = sampleModel('concept-note-cuenca-lago-es');

describe('printPage', () => {
  it.each(sampleNames)('is well-formed, without scripts and inline styles: %s', (name) => {
    const { body } = printPage(sampleModel(name, { isTraining: true }), 'a4');
    expect(XMLValidator.validate(`<body>${body}</body>`)).toBe(true);
    expect(body).not.toMatch(/<script|\sstyle=|\son\w+=|javascript:/i);
  });

  it('is read by structure: headings, numbered fields, heads of columns and rows', () => {
    const { body, direction, language } = printPage(lake, 'a4');
    expect([direction, language]).toEqual(['ltr', 'es']);
    expect(body).toContain('<h1>Contratación justa');
    expect(body).toContain('<div class="field" id="f_title"><h3><span class="number">1</span> Título</h3>');
    expect(body).toContain('<th scope="col" class="amount">OIM</th>');
    expect(body).toContain('<th scope="row">Total</th><td class="amount">789.927,85</td>');
    expect(body.match(/<table>/g)?.length).toBe(body.match(/<thead>/g)?.length);
  });

  it('says at the foot of each page what it is, also where the title has quotes and tags', () => {
    const values = { title: 'A "quoted" </style><b> \\ title' };
    const model = modelOf('pledge@2', values);
    const { styles } = printPage(model, 'letter');
    expect(styles).toContain('size: letter;');
    expect(styles).toContain(
      'content: "A \\22 quoted\\22  \\3c /style\\3e \\3c b\\3e  \\5c  title · Draft · 26 November 2026";',
    );
    expect(styles).toContain('content: "Page " counter(page) " of " counter(pages) " ";');
    expect(htmlFile(printPage(model, 'a4')).match(/<\/style>/g)).toHaveLength(1);
  });

  it('runs from right to left in Arabic, labels and all', () => {
    const html = htmlFile(printPage(sampleModel('concept-note-skills-ar'), 'a4'));
    expect(html).toMatch(/^<!DOCTYPE html><html lang="ar" dir="rtl">/);
    expect(html).toContain('<h2>الغلاف</h2>');
    expect(html).not.toContain('lang="en"');
    // A Latin code at its beginning does not turn an Arabic line round.
    expect(html).toContain('<p>USD · دولار أمريكي</p>');
    const practice = htmlFile(printPage(sampleModel('practice-coastal-rescue-ar'), 'a4'));
    expect(practice).toMatch(/<li>\u200e14\.b · /u);
  });

  it('runs from right to left in Arabic, and marks what the form has in English only', () => {
    const html = htmlFile(printPage(sampleModel('concept-note-skills-ar', { hasFewLanguages: true }), 'a4'));
    expect(html).toMatch(/^<!DOCTYPE html><html lang="ar" dir="rtl">/);
    expect(html).toContain('<h2><span lang="en" dir="ltr">Cover</span></h2>');
    expect(html).toContain('<p><span lang="en" dir="ltr">2 · Human rights are a significant aim</span></p>');
    // Held together: each by itself would take its place from the right.
    expect(html).toContain(
      '<p><span dir="ltr"><span lang="en" dir="ltr">Responsible organization</span>: <span dir="ltr">ILO</span></span></p>',
    );
    expect(html).toContain('<p><span lang="en" dir="ltr">Output 1.2</span>. مذكرات');
  });
});
