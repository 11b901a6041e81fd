import { randomBytes } from 'node:crypto';
import { check } from './check.ts';
import { must, mustBe, mustRefuse, type NetworkClient, problemOf, sha256 } from './network-client.ts';

const tus = { 'tus-resumable': '1.0.0' };
const octets = { ...tus, 'content-type': 'application/offset+octet-stream' };
const base64 = (text: string | Uint8Array): string => Buffer.from(text).toString('base64');
const bytesOf = (length: number): Uint8Array<ArrayBuffer> => new Uint8Array(randomBytes(length));

const begin = async (who: NetworkClient, hash: string, size: number): Promise<string> => {
  const answer = await who.ask('POST', '/v1/uploads', {
    headers: {
      ...tus,
      'upload-length': String(size),
      'upload-metadata': `sha256 ${base64(hash)},filetype ${base64('application/pdf')}`,
    },
  });
  mustBe(answer.status, 201, `upload begun: ${answer.text.slice(0, 200)}`);
  return new URL(answer.headers.get('location') ?? '', who.url).pathname;
};

const chunk = (
  who: NetworkClient,
  upload: string,
  offset: number,
  bytes: Uint8Array<ArrayBuffer>,
  checksum?: string,
) =>
  who.ask('PATCH', upload, {
    raw: bytes,
    headers: {
      ...octets,
      'upload-offset': String(offset),
      'upload-checksum': `sha256 ${checksum ?? Buffer.from(sha256(bytes), 'hex').toString('base64')}`,
    },
  });

const offsetOf = async (who: NetworkClient, upload: string): Promise<number> =>
  Number((await who.ask('HEAD', upload, { headers: tus })).headers.get('upload-offset'));

export const fileChecks = [
  check(
    'AT1 AT2',
    'an upload goes on from where the server is, and the file comes back whole',
    async ({ author }) => {
      const bytes = bytesOf(200_000);
      const hash = sha256(bytes);
      mustBe((await author.ask('HEAD', `/v1/blobs/${hash}`)).status, 404, 'before');
      const upload = await begin(author, hash, bytes.length);
      mustBe((await chunk(author, upload, 0, bytes.slice(0, 90_000))).status, 204, 'first chunk');
      mustBe(await offsetOf(author, upload), 90_000, 'offset');
      must(
        (await chunk(author, upload, 10, bytes.slice(10, 20))).status === 409,
        'a chunk at another offset is taken',
      );
      mustBe((await chunk(author, upload, 90_000, bytes.slice(90_000))).status, 204, 'last chunk');
      mustBe((await author.ask('HEAD', `/v1/blobs/${hash}`)).status, 200, 'after');
      const part = await fetch(`${author.url}/v1/blobs/${hash}`, {
        headers: { authorization: `Bearer ${author.token}`, range: 'bytes=100-199' },
      });
      mustBe(part.status, 206, 'a part');
      mustBe(
        base64(new Uint8Array(await part.arrayBuffer())),
        base64(bytes.slice(100, 200)),
        'bytes of the part',
      );
    },
  ),
  check('AT3', 'a chunk that does not fit its checksum is not kept', async ({ author }) => {
    const bytes = bytesOf(10_000);
    const upload = await begin(author, sha256(bytes), bytes.length);
    const wrong = await chunk(author, upload, 0, bytes, base64(Buffer.alloc(32)));
    mustBe([wrong.status, problemOf(wrong).code], [460, 'checksum-mismatch'], 'answer');
    mustBe(await offsetOf(author, upload), 0, 'offset');
    mustBe((await chunk(author, upload, 0, bytes)).status, 204, 'the right one');
  }),
  check('AT3', 'a file that does not fit its hash never exists', async ({ author }) => {
    const [bytes, hash] = [bytesOf(5_000), sha256('something else')];
    const upload = await begin(author, hash, bytes.length);
    must((await chunk(author, upload, 0, bytes)).status >= 400, 'taken');
    mustBe((await author.ask('HEAD', `/v1/blobs/${hash}`)).status, 404, 'the file');
  }),
  check('AT4', 'an empty file and one beyond 25 MB are refused before a byte is sent', async ({ author }) => {
    const beginning = (size: number) =>
      author.ask('POST', '/v1/uploads', {
        headers: {
          ...tus,
          'upload-length': String(size),
          'upload-metadata': `sha256 ${base64(sha256('x'))},filetype ${base64('application/pdf')}`,
        },
      });
    mustRefuse(await beginning(26_214_401), 413, 'file-too-large');
    must((await beginning(0)).status >= 400, 'an empty file');
  }),
  check(
    'AT1',
    'who is neither its sender nor a member of a document with it gets no file',
    async ({ author, colleague }) => {
      const bytes = bytesOf(3_000);
      const hash = sha256(bytes);
      await chunk(author, await begin(author, hash, bytes.length), 0, bytes);
      const status = (await colleague.ask('GET', `/v1/blobs/${hash}`)).status;
      must(status === 404 || status === 403, `a stranger gets ${status}`);
    },
  ),
];
