import { Dexie } from 'dexie';

/** A store as a released version left it: its schema and its rows, bytes in base64. */
export type StoreFixture = {
  readonly version: number;
  readonly schema: Readonly<Record<string, string>>;
  readonly rows: Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>;
};

const isPacked = (value: unknown): value is { readonly base64: string } =>
  typeof value === 'object' && value !== null && 'base64' in value;

const packed = (row: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(
    Object.entries(row).map(([key, value]) =>
      value instanceof Uint8Array ? [key, { base64: Buffer.from(value).toString('base64') }] : [key, value],
    ),
  );

const unpacked = (row: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(
    Object.entries(row).map(([key, value]) =>
      isPacked(value) ? [key, Uint8Array.from(Buffer.from(value.base64, 'base64'))] : [key, value],
    ),
  );

/** Reads an open store into a fixture. */
export const dumpStore = async (database: Dexie): Promise<StoreFixture> => ({
  version: database.verno,
  schema: Object.fromEntries(
    database.tables.map((table) => [
      table.name,
      [table.schema.primKey, ...table.schema.indexes].map((index) => index.src).join(', '),
    ]),
  ),
  rows: Object.fromEntries(
    await Promise.all(
      database.tables.map(async (table) => [table.name, (await table.toArray()).map(packed)] as const),
    ),
  ),
});

/** Writes a fixture as the store of that name, with nothing but the released schema. */
export const restoreStore = async (name: string, fixture: StoreFixture): Promise<void> => {
  const database = new Dexie(name);
  database.version(fixture.version).stores(fixture.schema);
  await database.open();
  for (const [table, rows] of Object.entries(fixture.rows)) {
    await database.table(table).bulkPut(rows.map(unpacked));
  }
  database.close();
};
