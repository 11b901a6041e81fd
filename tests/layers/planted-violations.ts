/** A source that breaks one rule, where it would lie in the project, and what must be reported for it. */
export type PlantedViolation = {
  readonly title: string;
  readonly file: string;
  readonly source: string;
  readonly by: 'biome' | 'layers';
  readonly report: string;
  /** Files that the planted one needs; they break nothing themselves. */
  readonly beside?: Readonly<Record<string, string>>;
};

const imports = (specifier: string): string =>
  `import { thing } from '${specifier}';\n\nexport const planted = (): unknown => thing;\n`;

const importViolations: readonly [layer: string, file: string, specifier: string][] = [
  ['shared/domain', 'shared/domain/planted.ts', '#shared/sync/protocol.ts'],
  ['shared/domain', 'shared/domain/planted-react.ts', 'react'],
  ['shared/domain', 'shared/domain/planted-node.ts', 'node:fs'],
  ['shared/sync', 'shared/sync/planted.ts', '#shared/ipc/channels.ts'],
  ['shared/sync', 'shared/sync/planted-dexie.ts', 'dexie'],
  ['shared/ipc', 'shared/ipc/planted.ts', '#shared/export/planted.ts'],
  ['shared/export', 'shared/export/planted.ts', '#shared/sync/protocol.ts'],
  ['shared/import', 'shared/import/planted.ts', '#shared/sync/protocol.ts'],
  ['shared/bundle', 'shared/bundle/planted.ts', '#shared/export/planted.ts'],
  ['shared', 'shared/planted.ts', '#renderer/app.tsx'],
  ['electron/main', 'electron/main/planted.ts', '#renderer/shell/shell.ts'],
  ['electron/main', 'electron/main/planted-sandbox.ts', '#sandbox/server.ts'],
  ['electron/preload', 'electron/preload/planted.ts', '#shared/domain/ids.ts'],
  ['electron/preload', 'electron/preload/planted-node.ts', 'node:fs'],
  ['renderer/sync', 'renderer/src/sync/planted.ts', '#renderer/data/db.ts'],
  ['renderer/data', 'renderer/src/data/planted.ts', '#renderer/sync/engine.ts'],
  ['renderer/pdf', 'renderer/src/pdf/planted.ts', '#renderer/data/db.ts'],
  ['renderer/search', 'renderer/src/search/planted.ts', '#renderer/data/db.ts'],
  ['renderer/shell', 'renderer/src/shell/planted.ts', '#shared/domain/ids.ts'],
  ['renderer/service-worker', 'renderer/src/service-worker/planted.ts', '#renderer/data/db.ts'],
  ['renderer/commands', 'renderer/src/commands/planted.ts', 'react'],
  ['renderer/hooks', 'renderer/src/hooks/planted.ts', '#renderer/sync/engine.ts'],
  ['renderer/hooks', 'renderer/src/hooks/planted-dexie.ts', 'dexie'],
  ['renderer/components', 'renderer/src/components/planted.ts', '#renderer/hooks/use-desk.ts'],
  ['renderer/components', 'renderer/src/components/planted-domain.ts', '#shared/domain/validate.ts'],
  ['renderer/i18n', 'renderer/src/i18n/planted.ts', '#renderer/components/button.tsx'],
  ['renderer/findings', 'renderer/src/findings/planted.ts', '#renderer/features/editor/editor.tsx'],
  ['renderer/features', 'renderer/src/features/desk/planted.ts', '#renderer/features/editor/editor.tsx'],
  ['renderer/features', 'renderer/src/features/desk/planted-data.ts', '#renderer/data/db.ts'],
  ['renderer/features', 'renderer/src/features/desk/planted-sync.ts', '#renderer/sync/engine.ts'],
  ['renderer/app', 'renderer/src/app.tsx', '#renderer/data/db.ts'],
  ['renderer composition root', 'renderer/src/deps.ts', '#sandbox/server.ts'],
  ['sandbox', 'sandbox/planted.ts', '#renderer/data/db.ts'],
  ['sandbox', 'sandbox/planted-electron.ts', 'electron'],
  ['build', 'build/planted.ts', '#renderer/app.tsx'],
];

const layers: readonly PlantedViolation[] = [
  ...importViolations.map(
    ([layer, file, specifier]): PlantedViolation => ({
      title: `${layer} may not import ${specifier}`,
      file,
      source: imports(specifier),
      by: 'layers',
      report: `${file}:1 [layer] ${layer} may not import ${specifier}`,
    }),
  ),
  {
    title: 'product code may not import tests',
    file: 'sandbox/planted-tests.ts',
    source: imports('#tests/support/laptop.ts'),
    by: 'layers',
    report: 'sandbox may not import #tests/support/laptop.ts',
  },
  {
    title: 'a dynamic import is seen too',
    file: 'renderer/src/features/outbox/planted.ts',
    source: "export const planted = (): Promise<unknown> => import('#renderer/data/db.ts');\n",
    by: 'layers',
    report: 'renderer/features may not import #renderer/data/db.ts',
  },
  {
    title: 'what may be imported as a type may not be imported as a value',
    file: 'renderer/src/features/outbox/planted-value.ts',
    source: imports('#renderer/sync/sync-state.ts'),
    by: 'layers',
    report: 'renderer/features may not import #renderer/sync/sync-state.ts',
  },
  {
    title: 'a relative specifier does not climb into another layer',
    file: 'shared/sync/planted-climb.ts',
    source: imports('../domain/ids.ts'),
    by: 'layers',
    report: '[specifier] ../domain/ids.ts climbs',
  },
  {
    title: 'code lies in a folder that the layers know',
    file: 'renderer/planted.ts',
    source: 'export const planted = 1;\n',
    by: 'layers',
    report: 'renderer/planted.ts:1 [layer] no layer knows this file',
  },
  ...['Date.now()', 'Math.random()', 'new Date()'].map(
    (call, index): PlantedViolation => ({
      title: `shared computes without ${call}`,
      file: `shared/domain/planted-impure-${index}.ts`,
      source: `export const planted = (): unknown => ${call};\n`,
      by: 'layers',
      report: `shared/domain/planted-impure-${index}.ts:1 [pure]`,
    }),
  ),
  {
    title: 'text for people is not written into an attribute',
    file: 'renderer/src/components/planted-text.tsx',
    source: 'export function Planted() {\n  return <input aria-label="Family name" />;\n}\n',
    by: 'layers',
    report: '[text] aria-label="Family name"',
  },
  {
    title: 'text for people is not written into JSX as an expression',
    file: 'renderer/src/components/planted-expression.tsx',
    source: "export function Planted() {\n  return <p>{'Saved on this laptop'}</p>;\n}\n",
    by: 'layers',
    report: '[text] {…}="Saved on this laptop"',
  },
  ...[
    ['text-align: right', 'an alignment'],
    ['float: left', 'a float'],
    ['padding: 1px 2px 3px 4px', 'a padding on four sides'],
    ['inset: 0 calc(1px + (2px * 2)) 0 0', 'a place on four sides'],
  ].map(
    ([declaration, what], index): PlantedViolation => ({
      title: `${what} is logical, so that right-to-left is free`,
      file: `renderer/src/styles/planted-sides-${index}.css`,
      source: `.planted {\n  ${declaration};\n}\n`,
      by: 'layers',
      report: `renderer/src/styles/planted-sides-${index}.css:2 [physical]`,
    }),
  ),
];

const lint: readonly PlantedViolation[] = [
  {
    title: 'a promise does not float',
    file: 'shared/domain/planted-floating.ts',
    source:
      'export interface Commands {\n  start(): Promise<void>;\n}\n\nexport function planted(commands: Commands): void {\n  commands.start();\n}\n',
    by: 'biome',
    report: 'lint/nursery/noFloatingPromises',
  },
  {
    title: 'a promise does not float behind an import',
    file: 'renderer/src/hooks/planted-floating.ts',
    source:
      "import { later } from './planted-later.ts';\n\nexport function planted(): void {\n  later().then(() => later());\n}\n",
    beside: {
      'renderer/src/hooks/planted-later.ts':
        'export async function later(): Promise<number> {\n  return 1;\n}\n',
    },
    by: 'biome',
    report: 'lint/nursery/noFloatingPromises',
  },
  {
    title: 'an async function is not handed to forEach',
    file: 'shared/domain/planted-misused.ts',
    source:
      'export function planted(list: string[], send: (text: string) => Promise<void>): void {\n  list.forEach(async (text) => {\n    await send(text);\n  });\n}\n',
    by: 'biome',
    report: 'lint/nursery/noMisusedPromises',
  },
  {
    title: 'imports do not run in a circle',
    file: 'shared/domain/planted-circle.ts',
    source: imports('./planted-circle-back.ts').replaceAll('planted =', 'thing ='),
    beside: {
      'shared/domain/planted-circle-back.ts': imports('./planted-circle.ts').replaceAll(
        'planted =',
        'thing =',
      ),
    },
    by: 'biome',
    report: 'lint/suspicious/noImportCycles',
  },
  {
    title: 'a hook is not called on a condition',
    file: 'renderer/src/features/desk/planted-hook.tsx',
    source:
      "import { useState } from 'react';\n\nexport function Planted({ open }: { open: boolean }) {\n  if (!open) return null;\n  const [count] = useState(0);\n  return <b>{count}</b>;\n}\n",
    by: 'biome',
    report: 'lint/correctness/useHookAtTopLevel',
  },
  {
    title: 'an effect names all that it reads',
    file: 'renderer/src/features/desk/planted-effect.tsx',
    source:
      "import { useEffect } from 'react';\n\nexport function Planted({ title }: { title: string }) {\n  useEffect(() => {\n    document.title = title;\n  }, []);\n  return null;\n}\n",
    by: 'biome',
    report: 'lint/correctness/useExhaustiveDependencies',
  },
  {
    title: 'what can be clicked can be reached with the keyboard',
    file: 'renderer/src/features/desk/planted-click.tsx',
    source:
      'export function Planted({ open }: { open: () => void }) {\n  return <div onClick={open} />;\n}\n',
    by: 'biome',
    report: 'lint/a11y/useKeyWithClickEvents',
  },
  {
    title: 'an image has its text',
    file: 'renderer/src/components/planted-image.tsx',
    source:
      'export function Planted({ address }: { address: string }) {\n  return <img src={address} />;\n}\n',
    by: 'biome',
    report: 'lint/a11y/useAltText',
  },
  {
    title: 'text for people is not written into JSX',
    file: 'renderer/src/components/planted-literal.tsx',
    source: 'export function Planted() {\n  return <p>Saved on this laptop</p>;\n}\n',
    by: 'biome',
    report: 'lint/style/noJsxLiterals',
  },
  ...[
    ['margin-left: 4px', 'a margin'],
    ['left: 0', 'a place'],
    ['border-top-left-radius: 4px', 'a corner'],
  ].map(
    ([declaration, what], index): PlantedViolation => ({
      title: `${what} is logical, so that right-to-left is free`,
      file: `renderer/src/styles/planted-${index}.css`,
      source: `.planted {\n  ${declaration};\n}\n`,
      by: 'biome',
      report: 'lint/nursery/useLogicalProperties',
    }),
  ),
  {
    title: 'there is no any',
    file: 'shared/domain/planted-any.ts',
    source: 'export const planted = (value: any): unknown => value;\n',
    by: 'biome',
    report: 'lint/suspicious/noExplicitAny',
  },
  {
    title: 'there is no default export',
    file: 'shared/domain/planted-default.ts',
    source: 'export default function planted(): number {\n  return 1;\n}\n',
    by: 'biome',
    report: 'lint/style/noDefaultExport',
  },
  {
    title: 'there is no barrel',
    file: 'shared/domain/planted-barrel.ts',
    source: "export * from './ids.ts';\n",
    beside: { 'shared/domain/ids.ts': 'export const thing = 1;\n' },
    by: 'biome',
    report: 'lint/performance/noBarrelFile',
  },
  {
    title: 'nothing is left on the console',
    file: 'shared/domain/planted-console.ts',
    source: "export function planted(): void {\n  console.log('here');\n}\n",
    by: 'biome',
    report: 'lint/suspicious/noConsole',
  },
  {
    title: 'an import says its extension',
    file: 'shared/domain/planted-extension.ts',
    source: imports('./planted-extended'),
    beside: { 'shared/domain/planted-extended.ts': 'export const thing = 1;\n' },
    by: 'biome',
    report: 'lint/correctness/useImportExtensions',
  },
  {
    title: 'a package that is imported is declared',
    file: 'shared/domain/planted-package.ts',
    source: imports('left-pad'),
    by: 'biome',
    report: 'lint/correctness/noUndeclaredDependencies',
  },
  {
    title: 'formatting is checked',
    file: 'shared/domain/planted-format.ts',
    source: 'export const planted = [1,2,\n   3]\n',
    by: 'biome',
    report: 'format',
  },
];

/** One per rule of the house, at least; the tests expect each of them to be reported where it lies. */
export const plantedViolations: readonly PlantedViolation[] = [...layers, ...lint];
