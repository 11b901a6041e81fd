import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { projectRoot } from '#build/parts/tool.ts';
import type { Template } from '#shared/domain/template.ts';
import { validate } from '#shared/domain/validate.ts';
import type { Vocabulary } from '#shared/domain/vocabulary.ts';
import { documentModel } from '#shared/export/document-model.ts';
import { htmlFile, printPage } from '#shared/export/html.ts';
import { readHouseTemplate } from '#shared/export/word/house-template.ts';
import { wordFile } from '#shared/export/word/word-file.ts';
import { canonicalJson, type Json } from '#shared/sync/canonical-json.ts';
import { startBrowserProcess } from '#tests/support/browser-process.ts';
import { builtRenderer } from '#tests/support/sandbox-process.ts';
import { serveBenchPages } from './bench-pages.ts';
import type { BenchLine, BenchResult } from './bench-result.ts';
import { coldOpen, type Subject } from './cold-open.ts';
import { noteValues, seededBytes } from './corpus.ts';
import type { SeedBench } from './pages/seed.ts';
import { rotated, spread } from './statistics.ts';

declare const seed: SeedBench;

const wordFiles = 100;
/** Keys of one run of typing, and the time between two: thirty a second. */
const keys = 90;
const keyMs = 1000 / 30;

const resource = (name: string): unknown =>
  JSON.parse(readFileSync(join(projectRoot, 'resources', name), 'utf8'));

/** One subject of a comparison: the first is the baseline. `run` may answer what it measured itself, in milliseconds. */
type Step = {
  readonly subject: string;
  readonly run: () => Promise<number | undefined> | number | undefined;
};

/** What is made is not needed; how long it took is measured outside. */
const onlyTimed = (_made: unknown): undefined => undefined;

/** Times steps in turn, after one round that does not count. */
async function compare(measure: string, runs: number, steps: readonly Step[]): Promise<readonly BenchLine[]> {
  const times = new Map<Step, number[]>(steps.map((step) => [step, []]));
  for (let run = -1; run < runs; run += 1) {
    for (const step of rotated(steps, run + 1)) {
      const before = performance.now();
      const measured = await step.run();
      if (run >= 0) times.get(step)?.push(measured ?? performance.now() - before);
    }
  }
  const baseline = spread(times.get(steps[0] as Step) ?? []).median;
  return steps.map((step, index) => {
    const ms = spread(times.get(step) ?? []);
    return { subject: step.subject, measure, ms, ratio: index === 0 ? null : ms.median / baseline };
  });
}

/** What Node can measure without a page: checking a note, and Word for a hundred of them. */
async function computed(runs: number): Promise<readonly BenchLine[]> {
  const template = resource('templates/concept-note@2.json') as Template;
  const vocabulary = resource('vocabulary/vocabulary.json') as Vocabulary;
  const house = readFileSync(join(projectRoot, 'resources/word-templates/concept-note-ltr.docx'));
  const values = noteValues(seededBytes(31));
  const notes = Array.from({ length: wordFiles }, (_, index) => noteValues(seededBytes(index + 1)));
  const modelOf = (note: typeof values) =>
    documentModel(template, note, vocabulary, {
      language: 'en',
      withContacts: false,
      unanswered: 'dash',
      isTraining: false,
      receipt: null,
      changedSinceReceipt: false,
      date: '2026-11-26',
    });
  return [
    ...(await compare('one check of a note of 200 budget rows', runs, [
      { subject: 'its canonical JSON', run: () => onlyTimed(canonicalJson(values as Json)) },
      { subject: 'all checks', run: () => onlyTimed(validate(template, values, vocabulary)) },
    ])),
    ...(await compare(`${wordFiles} notes`, runs, [
      {
        subject: 'as web pages',
        run: () => onlyTimed(notes.map((note) => htmlFile(printPage(modelOf(note), 'a4')))),
      },
      {
        subject: 'as Word files',
        run: async () => {
          const template = await readHouseTemplate(house);
          for (const note of notes) wordFile(modelOf(note), template);
          return undefined;
        },
      },
    ])),
  ];
}

/** Types into what has the focus at thirty keys a second; the longest time between two frames, in milliseconds. */
async function longestFrame(page: Page): Promise<number> {
  await page.evaluate(() => {
    const frames = { longestMs: 0, last: performance.now(), isOver: false };
    Object.assign(globalThis, { frames });
    const look = (now: number): void => {
      frames.longestMs = Math.max(frames.longestMs, now - frames.last);
      frames.last = now;
      if (!frames.isOver) requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
  await page.keyboard.type('The desk stays open. '.repeat(keys).slice(0, keys), { delay: keyMs });
  return page.evaluate(() => {
    const { frames } = globalThis as unknown as { frames: { longestMs: number; isOver: boolean } };
    frames.isOver = true;
    return frames.longestMs;
  });
}

type Typing = { readonly subject: string; readonly url: string; readonly selector: string };

/** Typing in the note, against typing in a bare text area. */
async function typed(
  profile: string,
  runs: number,
  subjects: readonly Typing[],
): Promise<readonly BenchLine[]> {
  const browser = await startBrowserProcess(profile);
  try {
    const pages: [Typing, Page, number[]][] = [];
    for (const subject of subjects) {
      const page = await browser.context.newPage();
      await page.setViewportSize({ width: 1360, height: 900 });
      await page.goto(subject.url);
      await page.locator(subject.selector).first().waitFor();
      pages.push([subject, page, []]);
    }
    for (let run = -1; run < runs; run += 1) {
      for (const [{ selector }, page, frames] of rotated(pages, run + 1)) {
        await page.bringToFront();
        await page.locator(selector).first().click();
        const longest = await longestFrame(page);
        if (run >= 0) frames.push(longest);
      }
    }
    const baseline = spread(pages[0]?.[2] ?? []).median;
    return pages.map(([{ subject }, , frames], index) => {
      const ms = spread(frames);
      const measure = `longest frame in ${keys} keys at 30 a second`;
      return { subject, measure, ms, ratio: index === 0 ? null : ms.median / baseline };
    });
  } finally {
    await browser.close();
  }
}

/** A large concept note: to the screen, under the keys, through the checks and into Word. */
export async function benchDocuments(runs: number): Promise<BenchResult> {
  if (!existsSync(join(builtRenderer, 'index.html')))
    throw new Error('the app is not built; run: npm run build');
  const profile = mkdtempSync(join(tmpdir(), 'compact-desk-bench-profile-'));
  const pages = await serveBenchPages(['seed.html'], builtRenderer);
  const plain = await serveBenchPages(['empty.html'], builtRenderer);
  try {
    const filling = await startBrowserProcess(profile);
    const page = await filling.context.newPage();
    await page.goto(`${pages.url}/bench/seed.html`);
    await page.waitForFunction(() => 'seed' in globalThis);
    const note = await page.evaluate(() => seed.fillNote());
    await filling.close();

    const empty: Subject = {
      title: 'empty React page',
      url: `${plain.url}/bench/empty.html`,
      selector: 'h1',
      count: 1,
    };
    const editor: Subject = {
      title: 'note of 50 kB, 200 budget rows',
      url: `${pages.url}/#/documents/${note}`,
      selector: '[data-path="budget"]',
      count: 1,
    };
    let chromium = '';
    const opened = await compare(
      'navigation to painted',
      runs,
      [empty, editor].map((subject) => ({
        subject: subject.title,
        run: async () => {
          const [ms, version] = await coldOpen(profile, subject);
          chromium = version;
          return ms;
        },
      })),
    );
    const typing = await typed(profile, runs, [
      { subject: 'a bare text area', url: `${plain.url}/bench/empty.html`, selector: 'textarea' },
      { subject: editor.title, url: editor.url, selector: '[data-path="context"] textarea' },
    ]);
    const lines = [...opened, ...typing, ...(await computed(runs))];
    const note_ = `Checks and Word in Node ${process.version}, the rest in Chromium; a sealed store.`;
    return {
      name: 'documents',
      runs,
      runtime: `Chromium ${chromium}`,
      cores: cpus().length,
      note: note_,
      lines,
    };
  } finally {
    await pages.close();
    await plain.close();
    rmSync(profile, { recursive: true, force: true });
  }
}
