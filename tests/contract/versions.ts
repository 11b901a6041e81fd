import { headers } from '#shared/sync/protocol-version.ts';
import { check } from './check.ts';
import { aDoc, creation, gzipped, jsonOf, must, mustBe, mustRefuse, set } from './network-client.ts';

export const versionChecks = [
  check(
    'VE1',
    'capabilities are told to everybody, with the limits and the epoch',
    async ({ author, url }) => {
      const response = await fetch(`${url}/v1/capabilities`);
      mustBe(response.status, 200, 'status without a token');
      const told = await author.capabilities();
      mustBe(response.headers.get(headers.epoch), told.epoch, 'epoch in the header');
      must(told.schema.min <= told.schema.max, 'schema min beyond max');
    },
  ),
  check('VE2', 'a request of another epoch is refused and does nothing', async ({ author }) => {
    const doc = aDoc();
    const other = { [headers.epoch]: '00000000-0000-4000-8000-000000000000' };
    const answer = await author.ask('POST', '/v1/mutations', {
      body: { muts: [creation(doc)] },
      headers: other,
    });
    mustRefuse(answer, 409, 'epoch-changed');
    mustRefuse(await author.ask('GET', '/v1/changes', { headers: other }), 409, 'epoch-changed');
    must((await author.told(doc)) === undefined, 'the document was made all the same');
  }),
  check('VE3', 'writes in an unknown wire schema are refused, reads stay open', async ({ author }) => {
    const strange = { [headers.schema]: '999999' };
    const muts = [creation(aDoc())];
    mustRefuse(
      await author.ask('POST', '/v1/mutations', { body: { muts }, headers: strange }),
      409,
      'schema-unsupported',
    );
    mustBe((await author.ask('GET', '/v1/changes', { headers: strange })).status, 200, 'status of a read');
  }),
  check('VE4', 'the previous wire schema is taken', async ({ author }) => {
    const { schema } = await author.capabilities();
    const old = { [headers.schema]: String(schema.min) };
    const answer = await author.ask('POST', '/v1/mutations', {
      body: { muts: [creation(aDoc(), [set('title', 'Old')])] },
      headers: old,
    });
    mustBe(answer.status, 200, 'status');
  }),
  check('VE8', 'meetings, where they are told, are days in order, each once', async ({ author }) => {
    const { meetings = [] } = await author.capabilities();
    const inOrder = [...new Set(meetings)].sort();
    mustBe(meetings.join(), inOrder.join(), 'days of the meetings');
  }),
  check(
    'FO1',
    'a form is told with its signature, and its bytes are the same at every call',
    async ({ author, url }) => {
      const [ref = ''] = (await author.capabilities()).templates;
      const ask = () => fetch(`${url}/v1/templates/${ref}`);
      const [first, again] = [await ask(), await ask()];
      mustBe(first.status, 200, `status of ${ref}`);
      must((first.headers.get(headers.templateKey) ?? '') !== '', 'no id of a key');
      const signature = Buffer.from(first.headers.get(headers.templateSignature) ?? '', 'base64');
      mustBe(signature.length, 64, 'bytes of the signature');
      mustBe(await first.text(), await again.text(), 'the form at a second call');
    },
  ),
  check('VE7', 'without a token: 401, with a problem that names itself', async ({ author }) => {
    mustRefuse(
      await author.ask('GET', '/v1/changes', { headers: { authorization: 'Bearer nobody' } }),
      401,
      'token-expired',
    );
  }),
  check('VE7', 'gzip is taken; half of it, or another encoding, is refused by name', async ({ author }) => {
    const zipped = gzipped(JSON.stringify({ muts: [creation(aDoc(), [set('title', 'Zipped')])] }));
    const send = (raw: Uint8Array<ArrayBuffer>, encoding: string) =>
      author.ask('POST', '/v1/mutations', { raw, headers: { 'content-encoding': encoding } });
    mustBe((await send(zipped, 'gzip')).status, 200, 'status of gzip');
    mustRefuse(await send(zipped.slice(0, -12), 'gzip'), 400, 'malformed');
    mustRefuse(await send(zipped, 'zstd'), 415, 'unsupported-encoding');
  }),
  check(
    'EL15',
    'what inflates to more than the limit is refused, however small it is on the wire',
    async ({ author }) => {
      const bomb = gzipped(
        JSON.stringify({ muts: [creation(aDoc(), [set('title', 'a'.repeat(20_000_000))])] }),
      );
      const problem = mustRefuse(
        await author.ask('POST', '/v1/mutations', { raw: bomb, headers: { 'content-encoding': 'gzip' } }),
        413,
        'batch-too-large',
      );
      must(typeof problem.max === 'number', '413 without max');
    },
  ),
  check('VE7', 'what does not exist is not found, by name', async ({ author }) => {
    mustRefuse(await author.ask('GET', '/v1/nothing-here'), 404, 'not-found');
    must(jsonOf(await author.ask('GET', '/v1/capabilities')) !== null, 'capabilities');
  }),
];
