import { databaseName } from './database.ts';

/** Which of these spaces have a store on this laptop, in their order. None where the browser does not say. */
export const storesOnDisk = async <Space extends string>(
  spaces: readonly Space[],
  factory: IDBFactory,
): Promise<readonly Space[]> => {
  try {
    const names = new Set((await factory.databases()).map(({ name }) => name));
    return spaces.filter((space) => names.has(databaseName(space)));
  } catch {
    // A store that cannot be asked for is told at the opening, by its own name.
    return [];
  }
};
