import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FuseV1Options } from '@electron/fuses';
import type { AfterPackContext } from 'electron-builder';
import { describe, expect, it } from 'vitest';
import { afterPack } from './after-pack.ts';
import { fuses } from './fuses.ts';
import { makePlaceholderRuntime } from './placeholder-runtime.ts';

const packed = (appOutDir: string, ...targets: string[]): AfterPackContext =>
  ({ appOutDir, targets: targets.map((name) => ({ name })) }) as unknown as AfterPackContext;

describe('after packing', () => {
  it('no installer is made around a placeholder of the runtime', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'compact-desk-runtime-'));
    await makePlaceholderRuntime(folder, '45.4.1');
    await expect(afterPack(packed(folder, 'AppImage'))).rejects.toThrow('placeholder');
    await expect(afterPack(packed(folder, 'dir'))).resolves.toBeUndefined();
  });
});

describe('the fuses', () => {
  it('name every fuse that Electron has', () => {
    const known = Object.values(FuseV1Options).filter((fuse) => typeof fuse === 'number');
    expect(known.filter((fuse) => !(fuse in fuses))).toEqual([]);
    expect(fuses.strictlyRequireAllFuses).toBe(true);
  });

  it('leave no way to run other code in the shipped program', () => {
    expect({
      asNode: fuses[FuseV1Options.RunAsNode],
      nodeOptions: fuses[FuseV1Options.EnableNodeOptionsEnvironmentVariable],
      inspect: fuses[FuseV1Options.EnableNodeCliInspectArguments],
      filePrivileges: fuses[FuseV1Options.GrantFileProtocolExtraPrivileges],
      onlyArchive: fuses[FuseV1Options.OnlyLoadAppFromAsar],
      archiveChecked: fuses[FuseV1Options.EnableEmbeddedAsarIntegrityValidation],
    }).toEqual({
      asNode: false,
      nodeOptions: false,
      inspect: false,
      filePrivileges: false,
      onlyArchive: true,
      archiveChecked: true,
    });
  });
});
