import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { benchAttachment } from './attachment.ts';
import { benchAutosave } from './autosave.ts';
import { type BenchResult, benchTable } from './bench-result.ts';
import { benchDocuments } from './documents/bench-documents.ts';
import { benchMerge } from './merge.ts';
import { benchOpen } from './open.ts';
import { benchReplication } from './replication.ts';
import { benchServer } from './server.ts';

/** `npm run bench -- [autosave|open|push|pull|merge|attachment|server|documents …] [--runs N] [--documents N] [--edits N] [--json FILE]` */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    runs: { type: 'string', default: '7' },
    documents: { type: 'string', default: '10000' },
    edits: { type: 'string', default: '1000' },
    json: { type: 'string' },
  },
});
const runs = Number(values.runs);
const documents = Number(values.documents);
const edits = Number(values.edits);

const benchmarks: Readonly<Record<string, () => Promise<BenchResult>>> = {
  autosave: () => benchAutosave(runs),
  open: () => benchOpen(runs, documents),
  push: () => benchReplication('push', edits, runs),
  pull: () => benchReplication('pull', edits, runs),
  merge: () => benchMerge(runs),
  attachment: benchAttachment,
  server: benchServer,
  documents: () => benchDocuments(runs),
};
const names = positionals.length > 0 ? positionals : Object.keys(benchmarks);
const unknown = names.filter((name) => benchmarks[name] === undefined);

if (unknown.length > 0 || [runs, documents, edits].some((count) => !Number.isInteger(count) || count < 1)) {
  console.error(
    `usage: npm run bench -- [${Object.keys(benchmarks).join('|')}] [--runs N] [--documents N] [--edits N] [--json FILE]`,
  );
  process.exitCode = 2;
} else {
  const results: BenchResult[] = [];
  for (const name of names) {
    const result = await benchmarks[name]?.();
    if (result === undefined) continue;
    results.push(result);
    console.log(`${benchTable(result)}\n`);
  }
  if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify(results, null, 2)}\n`);
}
