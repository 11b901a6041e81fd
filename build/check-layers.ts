import { globSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { layerFindings } from './layers/layer-findings.ts';
import { physicalFindings } from './layers/physical-findings.ts';
import { sourceFacts } from './layers/source-facts.ts';

/** `node build/check-layers.ts [ROOT]`: prints each finding as path:line; exits 1 when there is one. */
const root = resolve(process.argv[2] ?? '.');
const files = globSync('{shared,renderer,electron,sandbox,build,tests}/**/*.{ts,tsx}', {
  cwd: root,
  exclude: (path) => path.includes('node_modules'),
})
  .map((file) => file.replaceAll('\\', '/'))
  .sort();
const styles = globSync('renderer/**/*.css', { cwd: root }).map((file) => file.replaceAll('\\', '/'));
const read = (file: string): string => readFileSync(join(root, file), 'utf8');
const findings = [
  ...files.flatMap((file) => layerFindings(file, sourceFacts(file, read(file)))),
  ...styles.flatMap((file) => physicalFindings(file, read(file))),
];
for (const { file, line, rule, message } of findings) console.error(`${file}:${line} [${rule}] ${message}`);
console.log(`layers: ${files.length + styles.length} files, ${findings.length} findings`);
process.exitCode = findings.length > 0 ? 1 : 0;
