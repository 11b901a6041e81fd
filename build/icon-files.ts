/** A square picture as PNG. */
export type Picture = { readonly size: number; readonly png: Uint8Array };

/** Apple's names of the PNG entries of an .icns file, by size. */
const icnsTypes: Readonly<Record<number, string>> = {
  16: 'icp4',
  32: 'icp5',
  64: 'icp6',
  128: 'ic07',
  256: 'ic08',
  512: 'ic09',
  1024: 'ic10',
};

/** Windows' .ico file of PNG entries; sizes up to 256. */
export function icoFile(pictures: readonly Picture[]): Buffer {
  const directory = Buffer.alloc(6 + 16 * pictures.length);
  directory.writeUInt16LE(1, 2);
  directory.writeUInt16LE(pictures.length, 4);
  let offset = directory.length;
  pictures.forEach(({ size, png }, index) => {
    if (size > 256) throw new RangeError(`an .ico file holds no picture of ${size} pixels`);
    const entry = 6 + 16 * index;
    // 0 stands for 256.
    directory.writeUInt8(size % 256, entry);
    directory.writeUInt8(size % 256, entry + 1);
    directory.writeUInt16LE(1, entry + 4);
    directory.writeUInt16LE(32, entry + 6);
    directory.writeUInt32LE(png.length, entry + 8);
    directory.writeUInt32LE(offset, entry + 12);
    offset += png.length;
  });
  return Buffer.concat([directory, ...pictures.map(({ png }) => png)]);
}

/** macOS' .icns file of PNG entries. */
export function icnsFile(pictures: readonly Picture[]): Buffer {
  const entries = pictures.map(({ size, png }) => {
    const type = icnsTypes[size];
    if (type === undefined) throw new RangeError(`an .icns file has no entry for ${size} pixels`);
    return chunk(type, png);
  });
  return chunk('icns', Buffer.concat(entries));
}

function chunk(type: string, content: Uint8Array): Buffer {
  const head = Buffer.alloc(8);
  head.write(type, 'latin1');
  head.writeUInt32BE(content.length + 8, 4);
  return Buffer.concat([head, content]);
}
