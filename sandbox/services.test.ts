import { afterAll, beforeAll, describe, test } from 'vitest';
import type { Network } from './network.ts';
import { testNetwork } from './testing/builders.ts';
import { describeChanges } from './testing/changes-suite.ts';
import { storesUnderTest } from './testing/databases.ts';
import { describeMutations } from './testing/mutations-suite.ts';
import { describeSubmissions } from './testing/submissions-suite.ts';

for (const engine of storesUnderTest) {
  if (engine.missing !== null) {
    test.skip(`the services on ${engine.name}: ${engine.missing}`, () => undefined);
    process.stderr.write(`skipped: the services on ${engine.name}: ${engine.missing}\n`);
    continue;
  }
  describe(`on ${engine.name}`, () => {
    let network: Network;
    beforeAll(async () => {
      network = await testNetwork(await engine.open());
    });
    afterAll(async () => {
      await network?.store.close();
    });
    describe('mutations', () => describeMutations(() => network));
    describe('changes', () => describeChanges(() => network));
    describe('submissions', () => describeSubmissions(() => network));
  });
}
