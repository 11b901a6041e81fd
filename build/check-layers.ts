import { globSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { layerFindings } from './layers/layer-findings.ts';
import { sourceFacts } from './layers/source-facts.ts';

/** `node build/check-layers.ts [ROOT]`: prints each finding as path:line; exits 1 when there is one. */
const root = resolve(process.argv[2] ?? '.');
const files = globSync('{shared,renderer,electron,sandbox,build,tests}/**/*.{ts,tsx}', { cwd: root })
  .map((file) => file.replaceAll('\\', '/'))
  .sort();
const findings = files.flatMap((file) =>
  layerFindings(file, sourceFacts(file, readFileSync(join(root, file), 'utf8'))),
);
for (const { file, line, rule, message } of findings) console.error(`${file}:${line} [${rule}] ${message}`);
console.log(`layers: ${files.length} files, ${findings.length} findings`);
process.exitCode = findings.length > 0 ? 1 : 0;
