import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { Document, HeadingLevel, Packer, Paragraph } from 'docx';
import { projectRoot } from '#build/parts/tool.ts';
import { bring } from '#tests/e2e/colleague.ts';
import { sample } from '#tests/e2e/documents.ts';
import { test } from '#tests/e2e/journey.ts';
import { type GuideLanguage, languages, sentences, show } from './guide-page.ts';

/** What somebody has already: a note in Word, and a sheet of pledges with a country and an amount to ask about. */
const files: Readonly<Record<GuideLanguage, { readonly note: readonly string[]; readonly table: string }>> = {
  en: {
    note: [
      '# Safe harvests on both banks of the river',
      '## 1. Context and rationale',
      'Four thousand families cross the river for the harvest; few of them have a contract.',
      '## Theory of change',
      'Where contracts can be checked, wages are paid.',
      '## Sustaining it',
      'The two labour offices carry the costs from the third year.',
      '## Our thanks',
      'To the two labour offices.',
    ],
    table:
      'Title of the pledge;Name of the entity;Country of implementation;Amount\nA mobile registry for the islands;Municipality of Kisanga Bay;Kenya;USD 1.500\nLegal aid at the border;Border Lawyers;Narnia;\nOpen data on visas;Office of Statistics;Chile;',
  },
  es: {
    note: [
      '# Cosecha segura en las dos orillas del río',
      '## 1. Contexto y justificación',
      'Cuatro mil familias cruzan el río para la cosecha; pocas tienen contrato.',
      '## Teoría del cambio',
      'Donde los contratos se pueden comprobar, los salarios se pagan.',
      '## Cómo se sostiene',
      'Las dos oficinas de trabajo asumen los costos desde el tercer año.',
      '## Agradecimientos',
      'A las dos oficinas de trabajo.',
    ],
    table:
      'Título del compromiso;Entidad;País;Monto\nRegistro civil móvil para las islas;Municipio de la Bahía;Kenya;USD 1.500\nAsistencia jurídica en la frontera;Abogadas de Frontera;Narnia;\nDatos abiertos sobre visados;Oficina de Estadística;Chile;',
  },
};

const wordOf = (lines: readonly string[]): Promise<Buffer> => {
  const children = lines.map((line) => {
    if (line.startsWith('# ')) return new Paragraph({ text: line.slice(2), heading: HeadingLevel.TITLE });
    return line.startsWith('## ')
      ? new Paragraph({ text: line.slice(3), heading: HeadingLevel.HEADING_1 })
      : new Paragraph(line);
  });
  return Packer.toBuffer(new Document({ sections: [{ children }] }));
};

for (const language of languages) {
  test(`the pictures of bringing in, ${language}`, async ({ desk, network }) => {
    const folder = join(projectRoot, 'docs/images/guide', language);
    mkdirSync(folder, { recursive: true });
    const { page } = desk;
    const t = sentences(language);
    const { note, table } = files[language];
    const picture = (name: string) =>
      page.screenshot({ path: join(folder, `${name}.png`), animations: 'disabled' });
    const choose = (name: string, buffer: Buffer) =>
      page.locator('input[type=file]').setInputFiles({ name, mimeType: 'application/octet-stream', buffer });
    await page.setViewportSize({ width: 1280, height: 800 });
    // Somebody who has something on the laptop already.
    const own = sample(language === 'en' ? 'practice-returnee-mentors-en' : 'practice-ventanilla-movil-es');
    await bring(network.url, 'practice', own);
    await desk.enter();
    await page.getByText(String(own.title)).first().waitFor();
    await show(page, language);

    await desk.goTo('#/bring-in');
    await choose('harvest.docx', await wordOf(note));
    await page.getByRole('button', { name: t('bring-in.word.make') }).waitFor();
    await picture('bring-in-word');

    await desk.goTo('#/desk');
    await desk.goTo('#/bring-in');
    await choose('pledges.csv', Buffer.from(table));
    await page.getByText(t('bring-in.amounts')).waitFor();
    await picture('bring-in-table');
    await page.getByRole('button', { name: '1.234,50' }).click();
    await page
      .getByRole('button', { name: language === 'en' ? 'Make 3 drafts' : 'Crear 3 borradores' })
      .click();
    await page.getByRole('button', { name: t('bring-in.take-back') }).waitFor();
    await picture('bring-in-made');
  });
}
