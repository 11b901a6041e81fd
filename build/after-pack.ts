import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { FuseState, FuseV1Options, flipFuses, getCurrentFuseWire } from '@electron/fuses';
import { type AfterPackContext, Arch } from 'electron-builder';
import { fuses } from './fuses.ts';
import { placeholderMark } from './placeholder-runtime.ts';

const programIn = ({ appOutDir, electronPlatformName, packager }: AfterPackContext): string => {
  const { productFilename } = packager.appInfo;
  if (electronPlatformName === 'darwin') return join(appOutDir, `${productFilename}.app`);
  if (electronPlatformName === 'win32') return join(appOutDir, `${productFilename}.exe`);
  // Only the packager of Linux has it; the types of the hook know no more than what all have.
  return join(appOutDir, (packager as typeof packager & { executableName: string }).executableName);
};

/** Sets the fuses of the packed program and reads them back; a fuse that did not take stops the build. */
export async function afterPack(context: AfterPackContext): Promise<void> {
  if (existsSync(join(context.appOutDir, placeholderMark))) {
    if (context.targets.some(({ name }) => name !== 'dir')) {
      throw new Error('an installer cannot be made from a placeholder of the Electron runtime');
    }
    console.log('fuses: not set, the Electron runtime is a placeholder');
    return;
  }
  const program = programIn(context);
  await flipFuses(program, {
    ...fuses,
    resetAdHocDarwinSignature: context.electronPlatformName === 'darwin' && context.arch === Arch.arm64,
  });
  const wire = await getCurrentFuseWire(program);
  for (const [fuse, wanted] of fuseStates()) {
    if (wire[fuse] !== (wanted ? FuseState.ENABLE : FuseState.DISABLE)) {
      throw new Error(`fuse ${FuseV1Options[fuse]} did not take`);
    }
  }
  console.log('fuses: set and read back');
}

function fuseStates(): [FuseV1Options, boolean][] {
  return Object.entries(fuses)
    .filter((entry): entry is [string, boolean] => /^\d+$/.test(entry[0]))
    .map(([fuse, wanted]) => [Number(fuse) as FuseV1Options, wanted]);
}
