import { openJson, type Sealer } from './sealer.ts';
import { UnreadableRowError } from './store-failure.ts';

const through = async (
  bytes: Uint8Array<ArrayBuffer>,
  stream: CompressionStream | DecompressionStream,
): Promise<Uint8Array> =>
  new Uint8Array(await new Response(new Blob([bytes]).stream().pipeThrough(stream)).arrayBuffer());

/** Seals a value as compressed JSON: text of the same document repeats itself. */
export const sealPacked = async (sealer: Sealer, value: unknown, label: string): Promise<Uint8Array> => {
  const plain = new TextEncoder().encode(JSON.stringify(value));
  return sealer.seal(await through(plain, new CompressionStream('deflate-raw')), label);
};

/** Opens what `sealPacked` sealed; the caller parses it by a schema. Rejects with UnreadableRowError. */
export const openPacked = (sealer: Sealer, sealed: Uint8Array, label: string): Promise<unknown> =>
  openJson(
    {
      ...sealer,
      async open(bytes, name) {
        const packed = (await sealer.open(bytes, name)) as Uint8Array<ArrayBuffer>;
        try {
          return await through(packed, new DecompressionStream('deflate-raw'));
        } catch {
          throw new UnreadableRowError(`${name} cannot be unpacked`);
        }
      },
    },
    sealed,
    label,
  );
