/** A key that stands twice in one object, and the offset of the second. */
export type RepeatedKey = { readonly key: string; readonly offset: number };

/** The offset of the quotation mark that ends the text beginning at `from`; -1 where none does. */
const endOfText = (json: string, from: number): number => {
  for (let end = json.indexOf('"', from + 1); end >= 0; end = json.indexOf('"', end + 1)) {
    let slashes = 0;
    while (json[end - 1 - slashes] === '\\') slashes += 1;
    if (slashes % 2 === 0) return end;
  }
  return -1;
};

/** Whether a text that ended is a key. */
const isKey = (json: string, after: number): boolean => {
  let at = after;
  while (/\s/u.test(json[at] ?? '')) at += 1;
  return json[at] === ':';
};

/**
 * The first key of well-formed JSON that stands twice in one object; null where none does. `JSON.parse` would keep the
 * last and drop the others without a word.
 */
export const repeatedKey = (json: string): RepeatedKey | null => {
  const open: Set<string>[] = [];
  for (let at = 0; at < json.length; at += 1) {
    const sign = json[at];
    if (sign === '{' || sign === '[') open.push(new Set());
    else if (sign === '}' || sign === ']') open.pop();
    else if (sign === '"') {
      const end = endOfText(json, at);
      if (end < 0) return null;
      if (isKey(json, end + 1)) {
        const key: string = JSON.parse(json.slice(at, end + 1));
        const keys = open.at(-1);
        if (keys?.has(key)) return { key, offset: at };
        keys?.add(key);
      }
      at = end;
    }
  }
  return null;
};
