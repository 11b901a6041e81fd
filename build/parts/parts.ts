import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { lintArguments } from '#build/lint-arguments.ts';
import type { Part } from './run-part.ts';
import { projectRoot, toolScript } from './tool.ts';

const types = ['tsconfig.shared.json', 'tsconfig.window.json', 'tsconfig.node.json', 'tsconfig.json'].map(
  (config): Part => ({
    name: `types: ${config}`,
    arguments: [toolScript('typescript', 'tsc'), '--project', config],
  }),
);

/** What reads the sources without running them. */
export const staticParts: readonly Part[] = [
  {
    name: 'lint and format',
    arguments: [
      toolScript('@biomejs/biome', 'biome'),
      ...lintArguments,
      `--colors=${process.stdout.isTTY ? 'force' : 'off'}`,
    ],
  },
  { name: 'layers', arguments: ['build/check-layers.ts'] },
  { name: 'messages', arguments: ['build/check-messages.ts'] },
  ...types,
].filter(
  (part) => !part.name.startsWith('messages') || existsSync(join(projectRoot, 'build/check-messages.ts')),
);

/** Tests that need nothing but Node; `projects` of vitest.config.ts. */
export function vitestPart(name: string, projects: readonly string[]): Part {
  const chosen = projects.flatMap((project) => ['--project', project]);
  return {
    name,
    arguments: [toolScript('vitest', 'vitest'), 'run', ...chosen],
    counts: true,
    isLive: true,
  };
}

export const buildPart: Part = {
  name: 'build',
  arguments: [toolScript('electron-vite', 'electron-vite'), 'build'],
};

/** The journeys, on the built app. */
export const e2ePart: Part = {
  name: 'e2e',
  arguments: [toolScript('@playwright/test', 'playwright'), 'test'],
  counts: true,
  isLive: true,
};
