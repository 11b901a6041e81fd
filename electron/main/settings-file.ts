import { readFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import * as z from 'zod/mini';
import { replaceFile } from './durable-file.ts';

const settingsSchema = z.object({ serverUrl: z.exactOptional(z.string().check(z.maxLength(2048))) });
export type Settings = z.infer<typeof settingsSchema>;

/** What the main process remembers between starts; a missing or garbled file counts as nothing set. */
export function readSettings(file: string): Settings {
  try {
    return settingsSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return {};
  }
}

/** Resolves after the settings are on the disk. */
export async function writeSettings(file: string, settings: Settings): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  await replaceFile(file, `${JSON.stringify(settings)}\n`);
}
