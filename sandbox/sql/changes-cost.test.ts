import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { schemaVersion } from '#shared/sync/protocol-version.ts';
import { fillFeed } from '#tests/bench/fill-feed.ts';
import { costOf, recorded } from '#tests/bench/recorded-database.ts';
import { trainingAccounts } from '../account.ts';
import { memoryBlobShelf } from '../blob-shelf-memory.ts';
import { changesSince } from '../changes.ts';
import { encodeCursor } from '../cursor.ts';
import { readTemplates, readVocabulary, startNetwork } from '../network-start.ts';
import { sqlStore } from '../sql-store.ts';
import { enginesUnderTest } from '../testing/databases.ts';
import { createSchema } from './schema.ts';

const reader = trainingAccounts[0];

describe.each(enginesUnderTest)('$name', ({ missing, open }) => {
  test.skipIf(missing !== null)(
    'whoever is up to date costs as many rows in a long feed as in a short one',
    async () => {
      const { database, take } = recorded(await open());
      try {
        const { epoch } = await createSchema(database, randomUUID());
        const network = await startNetwork(
          { store: sqlStore(database), blobs: memoryBlobShelf(), epoch },
          { templates: readTemplates(), vocabulary: readVocabulary() },
          { now: Date.now, newToken: randomUUID },
        );
        const rowsAt = async (size: number): Promise<number> => {
          const since = encodeCursor(epoch, { [reader.realm]: { floor: size, position: size } });
          take();
          const answer = await changesSince(network, reader, { since, limit: 500, schema: schemaVersion });
          expect(answer).toMatchObject({ ok: true, value: { docs: [] } });
          return (await costOf(database, take())).rows;
        };
        await fillFeed(database, reader, { from: 0, to: 1_000 });
        const short = await rowsAt(1_000);
        await fillFeed(database, reader, { from: 1_000, to: 5_000 });
        expect(await rowsAt(5_000)).toBe(short);
        expect(short).toBeLessThan(50);
      } finally {
        await database.close();
      }
    },
  );
});
