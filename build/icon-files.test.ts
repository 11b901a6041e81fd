import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { icnsFile, icoFile } from './icon-files.ts';

const picture = (size: number) => ({ size, png: Uint8Array.from([size % 251, 2, 3]) });
const committed = (name: string): Buffer => readFileSync(new URL(`./icons/${name}`, import.meta.url));
const pngMark = Buffer.from([0x89, 0x50, 0x4e, 0x47]);

describe('icon files', () => {
  it('point to each picture from the directory of an .ico', () => {
    const file = icoFile([picture(16), picture(256)]);
    expect([file.readUInt16LE(2), file.readUInt16LE(4)]).toEqual([1, 2]);
    const entries = [6, 22].map((at) => ({
      size: file.readUInt8(at),
      bytes: [
        ...file.subarray(file.readUInt32LE(at + 12), file.readUInt32LE(at + 12) + file.readUInt32LE(at + 8)),
      ],
    }));
    expect(entries).toEqual([
      { size: 16, bytes: [16, 2, 3] },
      { size: 0, bytes: [5, 2, 3] },
    ]);
  });

  it('name and measure each picture of an .icns', () => {
    const file = icnsFile([picture(16), picture(1024)]);
    expect(file.readUInt32BE(4)).toBe(file.length);
    expect(file.subarray(8, 12).toString()).toBe('icp4');
    expect(file.subarray(19, 23).toString()).toBe('ic10');
  });

  it('refuse sizes that the system does not know', () => {
    expect(() => icoFile([picture(512)])).toThrow(RangeError);
    expect(() => icnsFile([picture(48)])).toThrow(RangeError);
  });

  it('are kept in git for all three systems, as they were drawn', () => {
    const ico = committed('icon.ico');
    expect(ico.readUInt16LE(4)).toBe(7);
    expect(ico.subarray(ico.readUInt32LE(18), ico.readUInt32LE(18) + 4)).toEqual(pngMark);
    expect(committed('icon.icns').subarray(16, 20)).toEqual(pngMark);
    expect(committed('linux/512x512.png').readUInt32BE(16)).toBe(512);
  });
});
