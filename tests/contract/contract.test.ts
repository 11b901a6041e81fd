import { afterAll, beforeAll, describe, test } from 'vitest';
import { storesUnderTest } from '#sandbox/testing/databases.ts';
import { type People, peopleAt, titleOf } from './check.ts';
import { checks } from './checks.ts';
import { startNetworkUnderTest } from './network-under-test.ts';

for (const engine of storesUnderTest) {
  if (engine.missing !== null) {
    test.skip(`the contract on ${engine.name}: ${engine.missing}`, () => undefined);
    process.stderr.write(`skipped: the contract on ${engine.name}: ${engine.missing}\n`);
    continue;
  }
  describe(`the contract, over HTTP, on ${engine.name}`, () => {
    let people: People;
    let stop: (() => Promise<void>) | undefined;
    beforeAll(async () => {
      const network = await startNetworkUnderTest(engine);
      stop = network.stop;
      people = await peopleAt(network.url);
    });
    afterAll(async () => stop?.());
    // A finding is thrown; each check asserts by itself.
    for (const check of checks) test(titleOf(check), () => check.run(people));
  });
}
