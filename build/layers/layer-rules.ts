/** What one layer may import. Paths are prefixes from the root; a trailing slash means the folder. */
export type LayerRule = {
  readonly layer: string;
  readonly files: readonly string[];
  readonly imports: readonly string[];
  /** Only as `import type`. */
  readonly types?: readonly string[];
  /** Package names; `node:` stands for everything built in, `*` for any package. */
  readonly packages: readonly string[];
  /** True where results must repeat exactly: no clock and no chance. */
  readonly isPure?: boolean;
};

const purePackages = ['zod', 'node-diff3', '@noble/hashes'];
const foundations = ['shared/assert.ts', 'shared/result.ts', 'shared/errors.ts', 'shared/keep-equal.ts'];
const screenPackages = [
  'react',
  'react-dom',
  'react-intl',
  'react-aria-components',
  '@internationalized/date',
  '@tanstack/react-virtual',
  'lucide-react',
];

/**
 * Who may import whom; the first rule whose `files` match a file decides. Tests import anything.
 * docs/architecture.md draws this table.
 */
export const layerRules: readonly LayerRule[] = [
  {
    layer: 'shared/domain',
    files: ['shared/domain/'],
    imports: ['shared/domain/', ...foundations],
    packages: purePackages,
    isPure: true,
  },
  {
    layer: 'shared/sync',
    files: ['shared/sync/'],
    imports: ['shared/sync/', 'shared/domain/', ...foundations],
    packages: purePackages,
    isPure: true,
  },
  {
    layer: 'shared/ipc',
    files: ['shared/ipc/'],
    imports: ['shared/ipc/', 'shared/sync/', 'shared/domain/', ...foundations],
    packages: purePackages,
    isPure: true,
  },
  {
    layer: 'shared/export',
    files: ['shared/export/'],
    imports: ['shared/export/', 'shared/domain/', 'shared/messages/', ...foundations],
    packages: [...purePackages, 'docx', 'easy-template-x', 'fflate', 'fast-xml-parser', 'papaparse'],
    isPure: true,
  },
  {
    layer: 'shared/import',
    files: ['shared/import/'],
    // It reads back what the export writes: the words, bookmarks and tables of the house template are named once.
    imports: ['shared/import/', 'shared/export/', 'shared/domain/', 'shared/messages/', ...foundations],
    packages: [...purePackages, 'mammoth', 'papaparse', 'fflate', 'fast-xml-parser', 'fractional-indexing'],
    isPure: true,
  },
  {
    layer: 'shared/bundle',
    files: ['shared/bundle/'],
    imports: ['shared/bundle/', 'shared/sync/', 'shared/domain/', ...foundations],
    packages: [...purePackages, 'fflate'],
    isPure: true,
  },
  { layer: 'shared', files: ['shared/'], imports: ['shared/'], packages: purePackages, isPure: true },
  {
    layer: 'electron/main',
    files: ['electron/main/'],
    imports: ['electron/main/', 'shared/'],
    packages: ['node:', 'electron', 'electron-log', 'electron-updater', 'zod'],
  },
  {
    layer: 'electron/preload',
    files: ['electron/preload/'],
    imports: ['electron/preload/', 'shared/ipc/'],
    packages: ['electron'],
  },
  {
    layer: 'renderer/sync',
    files: ['renderer/src/sync/'],
    imports: ['renderer/src/sync/', 'shared/'],
    packages: ['zod'],
  },
  {
    layer: 'renderer/data',
    files: ['renderer/src/data/'],
    imports: ['renderer/src/data/', 'shared/'],
    types: ['renderer/src/sync/'],
    packages: ['dexie', 'zod', '@scure/base'],
  },
  {
    layer: 'renderer/search',
    files: ['renderer/src/search/'],
    imports: ['renderer/src/search/', 'shared/'],
    packages: ['minisearch'],
  },
  {
    layer: 'renderer/pdf',
    files: ['renderer/src/pdf/'],
    imports: ['renderer/src/pdf/'],
    packages: ['pdfjs-dist'],
  },
  {
    layer: 'renderer/shell',
    files: ['renderer/src/shell/'],
    imports: ['renderer/src/shell/', 'shared/ipc/', ...foundations],
    types: ['shared/bundle/'],
    packages: ['hash-wasm', 'zod'],
  },
  {
    layer: 'renderer/service-worker',
    files: ['renderer/src/service-worker/'],
    imports: ['renderer/src/service-worker/'],
    packages: [],
  },
  {
    layer: 'renderer/commands',
    files: ['renderer/src/commands/'],
    imports: [
      'renderer/src/commands/',
      'renderer/src/data/',
      'renderer/src/sync/',
      'renderer/src/shell/',
      'shared/',
      'resources/',
    ],
    packages: ['zod', 'fractional-indexing'],
  },
  {
    layer: 'renderer/hooks',
    files: ['renderer/src/hooks/'],
    imports: [
      'renderer/src/hooks/',
      'renderer/src/data/',
      'renderer/src/commands/',
      'renderer/src/sync/sync-state.ts',
      'renderer/src/deps-context.ts',
      'shared/domain/',
      ...foundations,
    ],
    types: ['renderer/src/sync/carried-queue.ts', 'shared/ipc/channels.ts'],
    packages: ['react'],
  },
  {
    layer: 'renderer/components',
    files: ['renderer/src/components/'],
    imports: [
      'renderer/src/components/',
      'renderer/src/i18n/',
      'renderer/src/styles/',
      // An address in the app names a document and a field.
      'shared/domain/field-path.ts',
      'shared/domain/ids.ts',
    ],
    // The marks of a kind and of a stage are drawn once, for every room.
    types: ['shared/domain/document.ts'],
    packages: screenPackages,
  },
  {
    layer: 'renderer/i18n',
    files: ['renderer/src/i18n/'],
    imports: ['renderer/src/i18n/', 'shared/messages/', 'shared/domain/template.ts', ...foundations],
    packages: ['react', 'react-intl', 'react-aria-components', 'virtual:messages'],
  },
  {
    layer: 'renderer/findings',
    files: ['renderer/src/findings/'],
    imports: [
      'renderer/src/findings/',
      'renderer/src/hooks/',
      'renderer/src/commands/',
      'renderer/src/components/',
      'renderer/src/i18n/',
      'renderer/src/finding-text.ts',
      'renderer/src/finding-place.ts',
      'shared/domain/',
    ],
    packages: screenPackages,
  },
  {
    layer: 'renderer/features',
    files: ['renderer/src/features/'],
    // The feature's own folder is added by the check; another feature is never in reach.
    imports: [
      'renderer/src/hooks/',
      'renderer/src/commands/',
      'renderer/src/components/',
      'renderer/src/i18n/',
      'renderer/src/pdf/',
      'renderer/src/error-text.ts',
      'renderer/src/finding-text.ts',
      'renderer/src/finding-place.ts',
      'renderer/src/findings/',
      'renderer/src/value-text.ts',
      'renderer/src/term-lists.ts',
      'shared/domain/',
      ...foundations,
    ],
    types: [
      'shared/bundle/',
      'renderer/src/sync/carried-queue.ts',
      'renderer/src/sync/sync-state.ts',
      'shared/sync/protocol.ts',
      'shared/ipc/channels.ts',
      'shared/import/',
    ],
    packages: screenPackages,
  },
  {
    layer: 'renderer/app',
    files: [
      'renderer/src/app.tsx',
      'renderer/src/document-gate.tsx',
      'renderer/src/error-text.ts',
      'renderer/src/finding-',
      'renderer/src/value-text.ts',
      'renderer/src/term-lists.ts',
    ],
    imports: [
      'renderer/src/document-gate.tsx',
      'renderer/src/error-text.ts',
      'renderer/src/term-lists.ts',
      'renderer/src/commands/',
      'renderer/src/features/',
      'renderer/src/hooks/',
      'renderer/src/components/',
      'renderer/src/i18n/',
      'renderer/src/styles/',
      'shared/domain/',
      ...foundations,
    ],
    packages: screenPackages,
  },
  {
    layer: 'renderer composition root',
    files: [
      'renderer/src/main.tsx',
      'renderer/src/page-root.ts',
      'renderer/src/deps',
      'renderer/src/load-resources.ts',
      'renderer/src/word-templates.ts',
    ],
    imports: ['renderer/', 'shared/', 'resources/'],
    packages: [...screenPackages, 'dexie', 'zod', 'virtual:messages'],
  },
  {
    layer: 'sandbox',
    files: ['sandbox/'],
    imports: ['sandbox/', 'shared/', 'resources/'],
    packages: [
      'node:',
      'fastify',
      '@fastify/swagger',
      'fastify-type-provider-zod',
      '@tus/server',
      '@tus/file-store',
      '@electric-sql/pglite',
      'pg',
      'pino',
      'zod',
    ],
  },
  {
    layer: 'build',
    files: ['build/'],
    imports: ['build/', 'shared/', 'resources/', 'package.json', 'electron.vite.config.ts'],
    packages: ['*'],
  },
  { layer: 'tests', files: ['tests/'], imports: [''], packages: ['*'] },
];
