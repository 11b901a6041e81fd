/**
 * Carries what a structured clone carries between page and host, as text. One function without any surroundings,
 * so that its source can be put into the page as well.
 */
export function makeCodec(): { encode(value: unknown): string; decode(text: string): unknown } {
  type Tagged = { $: string; v?: unknown };
  const views = [
    'Uint8Array',
    'Int8Array',
    'Uint8ClampedArray',
    'Uint16Array',
    'Int16Array',
    'Uint32Array',
    'Int32Array',
    'Float32Array',
    'Float64Array',
    'BigInt64Array',
    'BigUint64Array',
  ];

  const toText = (bytes: Uint8Array): string => {
    let text = '';
    for (let at = 0; at < bytes.length; at += 8192) {
      text += String.fromCharCode(...bytes.subarray(at, at + 8192));
    }
    return btoa(text);
  };
  const toBytes = (text: string): Uint8Array<ArrayBuffer> =>
    Uint8Array.from(atob(text), (character) => character.charCodeAt(0));

  const pack = (value: unknown): unknown => {
    if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
    if (value === undefined) return { $: 'undefined' };
    if (typeof value === 'number') {
      return Number.isFinite(value) && !Object.is(value, -0)
        ? value
        : { $: 'number', v: Object.is(value, -0) ? '-0' : String(value) };
    }
    if (typeof value === 'bigint') return { $: 'bigint', v: String(value) };
    if (typeof value !== 'object') throw new Error('An object could not be cloned.');
    if (Array.isArray(value)) return value.map(pack);
    if (value instanceof Date) return { $: 'date', v: value.getTime() };
    if (value instanceof Map) return { $: 'map', v: [...value].map(pack) };
    if (value instanceof Set) return { $: 'set', v: [...value].map(pack) };
    if (value instanceof ArrayBuffer) return { $: 'buffer', v: toText(new Uint8Array(value)) };
    if (ArrayBuffer.isView(value)) {
      // A Buffer of Node arrives as the Uint8Array that it is.
      const name = views.find((view) => Object.prototype.toString.call(value) === `[object ${view}]`);
      if (name === undefined) throw new Error('An object could not be cloned.');
      return { $: name, v: toText(new Uint8Array(value.buffer, value.byteOffset, value.byteLength)) };
    }
    if (value instanceof Error) return { $: 'error', v: { name: value.name, message: value.message } };
    return { $: 'object', v: Object.entries(value).map(([key, entry]) => [key, pack(entry)]) };
  };

  const unpack = (value: unknown): unknown => {
    if (value === null || typeof value !== 'object') return value;
    if (Array.isArray(value)) return value.map(unpack);
    const { $: tag, v } = value as Tagged;
    switch (tag) {
      case 'undefined':
        return undefined;
      case 'number':
        return Number(v);
      case 'bigint':
        return BigInt(v as string);
      case 'date':
        return new Date(v as number);
      case 'map':
        return new Map((v as unknown[]).map((entry) => unpack(entry) as [unknown, unknown]));
      case 'set':
        return new Set((v as unknown[]).map(unpack));
      case 'buffer':
        return toBytes(v as string).buffer;
      case 'error': {
        const { name, message } = v as { name: string; message: string };
        return Object.assign(new Error(message), { name });
      }
      case 'object': {
        const result: Record<string, unknown> = {};
        for (const [key, entry] of v as [string, unknown][]) {
          Object.defineProperty(result, key, {
            value: unpack(entry),
            enumerable: true,
            configurable: true,
            writable: true,
          });
        }
        return result;
      }
      default: {
        const View = (globalThis as unknown as Record<string, new (buffer: ArrayBuffer) => unknown>)[tag];
        if (View === undefined || !views.includes(tag)) throw new Error(`unknown tag ${tag}`);
        return new View(toBytes(v as string).buffer);
      }
    }
  };

  return {
    encode: (value) => JSON.stringify(pack(value)),
    decode: (text) => unpack(JSON.parse(text)),
  };
}
