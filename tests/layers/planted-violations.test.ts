import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { layerRules } from '#build/layers/layer-rules.ts';
import { lintArguments } from '#build/lint-arguments.ts';
import { plantedViolations } from './planted-violations.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const biome = createRequire(import.meta.url).resolve('@biomejs/biome/bin/biome');

let project: string;
let lintReports: readonly { readonly category: string; readonly file: string }[];
let layerReport: string;

beforeAll(() => {
  project = mkdtempSync(join(tmpdir(), 'compact-desk-planted-'));
  for (const file of ['biome.json', 'package.json', '.gitignore', 'tsconfig.json', 'tsconfig.base.json']) {
    cpSync(join(root, file), join(project, file));
  }
  symlinkSync(join(root, 'node_modules'), join(project, 'node_modules'), 'junction');
  for (const { file, source, beside } of plantedViolations) {
    for (const [path, text] of [...Object.entries(beside ?? {}), [file, source] as const]) {
      mkdirSync(dirname(join(project, path)), { recursive: true });
      writeFileSync(join(project, path), text);
    }
  }
  const lint = spawnSync(process.execPath, [biome, ...lintArguments, '--reporter=json', '--colors=off'], {
    cwd: project,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  expect(lint.status, lint.stderr).toBe(1);
  const { diagnostics } = JSON.parse(lint.stdout) as {
    diagnostics: { category: string; severity: string; location: { path: string } }[];
  };
  lintReports = diagnostics
    .filter(({ severity }) => severity === 'error' || severity === 'warning')
    .map(({ category, location }) => ({ category, file: location.path.replaceAll('\\', '/') }));
  const layers = spawnSync(process.execPath, [join(root, 'build/check-layers.ts'), project], {
    encoding: 'utf8',
  });
  expect(layers.status, layers.stderr).toBe(1);
  layerReport = layers.stderr;
});

afterAll(() => rmSync(project, { recursive: true, force: true }));

describe('each rule of the house reports a planted violation', () => {
  test.each(plantedViolations)('$title', ({ file, by, report }) => {
    if (by === 'layers') {
      const lines = layerReport.split('\n').filter((line) => line.startsWith(`${file}:`));
      expect(lines.join('\n')).toContain(report);
    } else {
      expect(lintReports).toContainEqual({ category: report, file });
    }
  });

  test('every layer has a planted violation', () => {
    const planted = plantedViolations.map(({ report }) => report);
    const unguarded = layerRules
      .map(({ layer }) => layer)
      .filter((layer) => layer !== 'tests')
      .filter((layer) => !planted.some((report) => report.includes(`[layer] ${layer} may not import`)));
    expect(unguarded).toEqual([]);
  });
});
