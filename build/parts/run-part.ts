import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectRoot } from './tool.ts';
import { judgedTotals, type Totals } from './totals.ts';

/** One part of the checks: a script for this Node. `counts`: it writes its totals to TOTALS_FILE. */
export type Part = {
  readonly name: string;
  readonly arguments: readonly string[];
  readonly counts?: boolean;
  /** True shows the output as it comes; otherwise only that of a failed part is shown. */
  readonly isLive?: boolean;
};

export type PartResult = { readonly name: string; readonly totals: Totals; readonly seconds: number };

const stopSignals = ['SIGINT', 'SIGTERM'] as const;

function readReport(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

/** Runs a part and resolves to its totals; never rejects because the part failed. */
export async function runPart(part: Part): Promise<PartResult> {
  const startedAt = performance.now();
  const folder = mkdtempSync(join(tmpdir(), 'compact-desk-totals-'));
  const report = join(folder, 'totals.json');
  const output: Buffer[] = [];
  const child = spawn(process.execPath, part.arguments, {
    cwd: projectRoot,
    env: { ...process.env, ...(part.counts === true ? { TOTALS_FILE: report } : {}) },
    stdio: part.isLive === true ? 'inherit' : ['ignore', 'pipe', 'pipe'],
  });
  // Whoever stops the run stops its part; without a part running, signals are the caller's own affair.
  const stop = (signal: NodeJS.Signals): void => {
    child.kill(signal);
    // After the other parts' handlers.
    setImmediate(() => process.exit(130));
  };
  for (const signal of stopSignals) process.once(signal, stop);
  child.stdout?.on('data', (bytes: Buffer) => output.push(bytes));
  child.stderr?.on('data', (bytes: Buffer) => output.push(bytes));
  const exitCode = await new Promise<number | null>((resolve) => {
    child.once('error', (error) => {
      output.push(Buffer.from(`${error.message}\n`));
      resolve(null);
    });
    child.once('close', resolve);
  });
  for (const signal of stopSignals) process.off(signal, stop);
  const totals =
    part.counts === true
      ? judgedTotals(readReport(report), exitCode)
      : { passed: exitCode === 0 ? 1 : 0, failed: exitCode === 0 ? 0 : 1, skipped: [] };
  rmSync(folder, { recursive: true, force: true });
  const seconds = (performance.now() - startedAt) / 1000;
  const mark = totals.failed === 0 ? 'ok    ' : 'FAILED';
  if (totals.failed > 0 && part.isLive !== true) process.stdout.write(Buffer.concat(output));
  console.log(`${mark} ${part.name} (${seconds.toFixed(1)} s)`);
  return { name: part.name, totals, seconds };
}

/** Runs parts, at most `atOnce` at a time, in order of their start. */
export async function runParts(parts: readonly Part[], atOnce: number): Promise<PartResult[]> {
  const results: PartResult[] = [];
  const waiting = [...parts];
  const worker = async (): Promise<void> => {
    for (let part = waiting.shift(); part !== undefined; part = waiting.shift()) {
      results.push(await runPart(part));
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return results;
}
