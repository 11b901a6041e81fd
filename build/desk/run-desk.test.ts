import { constants } from 'node:buffer';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { afterAll, expect, test, vi } from 'vitest';
import { projectRoot } from '#build/parts/tool.ts';
import { fileBytes, zip } from '#shared/bundle/test-bundle.ts';
import { attachmentValues } from '#shared/domain/attachment.ts';
import { sha256HexOfBytes } from '#shared/sync/hash.ts';
import { runDesk } from './run-desk.ts';

const folder = mkdtempSync(join(tmpdir(), 'compact-desk-command-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const sample = (name: string) => join(projectRoot, `resources/samples/${name}.json`);
const inFolder = (name: string) => join(folder, name);

const given = (name: string, content: unknown): string => {
  writeFileSync(inFolder(name), typeof content === 'string' ? content : JSON.stringify(content));
  return inFolder(name);
};

const desk = async (...args: string[]) => {
  const [out, said]: [string[], string[]] = [[], []];
  const code = await runDesk(args, {
    read: (path) => readFile(path),
    write: (path, bytes) => writeFile(path, bytes),
    out: (text) => out.push(text),
    say: (text) => said.push(text),
    today: '2026-11-26',
  });
  return { code, out: out.join(''), said: said.join('') };
};

test('validate prints the findings and ends with 1 only where one of them stops a submission', async () => {
  const inOrder = await desk('validate', sample('pledge-civil-registration-en'));
  expect(inOrder).toMatchObject({ code: 0, out: '[]\n' });
  const empty = await desk(
    'validate',
    given('empty.json', { kind: 'practice', template: 'practice@2', fields: {} }),
  );
  expect(empty.code).toBe(1);
  expect(JSON.parse(empty.out)).toContainEqual(
    expect.objectContaining({ path: 'title', code: 'required', severity: 'error' }),
  );
});

test('diff prints the fields that differ, in texts word by word', async () => {
  const a = given('a.json', {
    kind: 'pledge',
    fields: { title: 'One warm night shelter', natures: ['policy'], amount: 3 },
  });
  const b = given('b.json', { kind: 'pledge', fields: { title: 'One night shelter', natures: ['policy'] } });
  expect(await desk('diff', a, a)).toMatchObject({ code: 0, out: '{\n  "fields": []\n}\n' });
  const differ = await desk('diff', a, b);
  expect(differ.code).toBe(1);
  expect(JSON.parse(differ.out)).toEqual({
    fields: [
      { path: 'amount', before: 3 },
      {
        path: 'title',
        before: 'One warm night shelter',
        after: 'One night shelter',
        words: [
          { text: 'One ', mark: 'same' },
          { text: 'warm ', mark: 'removed' },
          { text: 'night shelter', mark: 'same' },
        ],
      },
    ],
  });
});

test('convert writes Word, a page and JSON, without contact persons unless they are asked for', async () => {
  const source = sample('pledge-civil-registration-en');
  expect((await desk('convert', source, '--to', 'docx', '-o', inFolder('a.docx'))).code).toBe(0);
  const word = new TextDecoder().decode(unzipSync(readFileSync(inFolder('a.docx')))['word/document.xml']);
  expect(word).toContain('Municipality of Kisanga Bay');
  expect(word).not.toContain('n.okoth@');
  expect(
    (await desk('convert', source, '--to', 'html', '-o', inFolder('a.html'), '--with-contacts')).code,
  ).toBe(0);
  expect(readFileSync(inFolder('a.html'), 'utf8')).toContain('n.okoth@');
  expect((await desk('convert', source, '--to', 'json', '-o', inFolder('a.json'))).code).toBe(0);
  expect(readFileSync(inFolder('a.json'), 'utf8')).not.toContain('n.okoth@');
  const left = JSON.parse((await desk('diff', source, inFolder('a.json'))).out);
  expect(left.fields.map(({ path }: { path: string }) => path)).toEqual([
    'contactEmail',
    'contactName',
    'contactPosition',
    'secondContactEmail',
    'secondContactName',
    'secondContactPosition',
  ]);
  const whole = inFolder('whole.json');
  expect((await desk('convert', source, '--to', 'json', '-o', whole, '--with-contacts')).code).toBe(0);
  expect((await desk('diff', source, whole)).code).toBe(0);
});

test('import says that a Word file was written on the form of another kind, and which', async () => {
  const copy = inFolder('house.docx');
  await desk('convert', sample('pledge-civil-registration-en'), '--to', 'docx', '-o', copy);
  const other = await desk('import', copy, '--kind', 'practice');
  expect(other).toMatchObject({ code: 0, said: expect.stringContaining('Give --kind pledge.') });
  expect((await desk('import', copy, '--kind', 'pledge')).said).not.toContain('--kind');
});

test('convert writes a table, IATI, the web form and a letter, and says what is not in them', async () => {
  const pledge = sample('pledge-civil-registration-en');
  const note = sample('concept-note-cuenca-lago-es');
  const read = (name: string) => readFileSync(inFolder(name), 'utf8');
  expect((await desk('convert', pledge, '--to', 'csv', '-o', inFolder('a.csv'))).code).toBe(0);
  expect(read('a.csv')).toContain('Municipality of Kisanga Bay');
  const iati = await desk('convert', note, '--to', 'iati', '-o', inFolder('a.xml'));
  expect(iati).toMatchObject({
    code: 0,
    said: expect.stringContaining('Regions: left out, because the countries'),
  });
  expect(read('a.xml')).toContain('<activity-status code="1"/>');
  expect(read('a.xml')).not.toContain('oim@un.example.org');
  const webform = await desk('convert', pledge, '--to', 'webform', '-o', inFolder('w.json'));
  expect(webform.said).toContain('E-mail of the contact person: left out as data of a contact person; ');
  expect(JSON.parse(read('w.json'))).toMatchObject({ webform_id: 'pledges_submission_form' });
  expect((await desk('convert', note, '--to', 'eml', '-o', inFolder('a.eml'))).code).toBe(0);
  expect(read('a.eml').startsWith('X-Unsent: 1\r\n')).toBe(true);
  expect(await desk('convert', pledge, '--to', 'iati', '-o', inFolder('b.xml'))).toMatchObject({ code: 2 });
});

test('a letter has the attachments that lie beside the document or in a bundle, and names each other one', async () => {
  const bytes = new TextEncoder().encode('%PDF-1.7 the one that was attached');
  const values = (name: string, content: Uint8Array) =>
    attachmentValues('attachment', {
      sha256: sha256HexOfBytes(content),
      name,
      type: 'application/pdf',
      sizeBytes: content.length,
    });
  const nobody = new TextEncoder().encode('nobody has it');
  const document = JSON.parse(readFileSync(sample('pledge-civil-registration-en'), 'utf8'));
  const source = given('with-files.json', {
    ...document,
    fields: {
      ...document.fields,
      ...Object.fromEntries([
        ...values('Beside.pdf', bytes),
        ...values('../Changed.pdf', new TextEncoder().encode('as it was')),
        ...values('Bundled.pdf', fileBytes),
        ...values('Nowhere.pdf', nobody),
      ]),
    },
  });
  writeFileSync(inFolder('Beside.pdf'), bytes);
  given('Changed.pdf', 'as it is now');
  writeFileSync(inFolder('b.deskbundle'), zip);
  const args = ['convert', source, '--to', 'eml', '-o', inFolder('files.eml'), '--bundle'];
  const letter = await desk(...args, inFolder('b.deskbundle'));
  expect(letter).toMatchObject({ code: 0 });
  expect(letter.said.split('\n').slice(0, -2)).toEqual([
    '../Changed.pdf is not in the letter: what lies beside the document under this name is another file',
    'Nowhere.pdf is not in the letter: put it beside the document, or name the bundle that has it with --bundle',
  ]);
  const written = readFileSync(inFolder('files.eml'), 'utf8');
  expect(written.match(/filename="[^"]*\.pdf"/g)).toEqual([
    'filename="Beside.pdf"',
    'filename="Bundled.pdf"',
  ]);
  expect(written).toContain(Buffer.from(bytes).toString('base64'));
  expect(await desk(...args, source)).toMatchObject({
    code: 2,
    said: expect.stringContaining('with-files.json: it is not a bundle of Compact Desk'),
  });
});

test('convert makes one table of an array of documents, each in its row', async () => {
  const documents = ['pledge-civil-registration-en', 'pledge-cities-inclusion-en'].map((name) =>
    JSON.parse(readFileSync(sample(name), 'utf8')),
  );
  const many = given('many.json', documents);
  expect((await desk('convert', many, '--to', 'csv', '-o', inFolder('many.csv'))).code).toBe(0);
  const table = readFileSync(inFolder('many.csv'), 'utf8');
  for (const { fields } of documents) expect(table).toContain(fields.title);
  const broken = given('broken.json', [documents[0], { kind: 'poem', fields: {} }]);
  const refused = await desk('convert', broken, '--to', 'csv', '-o', inFolder('none.csv'));
  expect(refused).toMatchObject({ code: 2, said: expect.stringContaining('document 2: "poem" is no kind') });
  expect(existsSync(inFolder('none.csv'))).toBe(false);
});

test('a copy says that it is for training, its receipt, its language and its id, as the file does', async () => {
  const document = JSON.parse(readFileSync(sample('concept-note-transhumance-fr'), 'utf8'));
  const id = '0192f0c1-2a3b-7c4d-8e5f-0123456789ab';
  const source = given('told.json', { ...document, id, mark: 'Training', colour: 'blue' });
  const html = await desk('convert', source, '--to', 'html', '-o', inFolder('told.html'));
  expect(html.said).toContain('"colour" is not read');
  const page = readFileSync(inFolder('told.html'), 'utf8');
  expect([page.includes('Exercice'), page.includes('<html lang="fr"')]).toEqual([true, true]);
  await desk('convert', source, '--to', 'iati', '-o', inFolder('told.xml'));
  const xml = readFileSync(inFolder('told.xml'), 'utf8');
  expect(xml).toContain('<iati-activity xml:lang="fr"');
  expect(xml).toContain(`-${id}</iati-identifier>`);
});

test('the command as people call it: JSON on standard output, words on standard error, the exit code', () => {
  const run = (...args: string[]) => {
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [join(projectRoot, 'build/desk/desk.ts'), ...args],
      { encoding: 'utf8' },
    );
    return { status, stdout, stderr };
  };
  expect(run('validate', sample('pledge-civil-registration-en'))).toEqual({
    status: 0,
    stdout: '[]\n',
    stderr: '',
  });
  const differ = run('diff', sample('pledge-civil-registration-en'), sample('pledge-cities-inclusion-en'));
  expect(differ.status).toBe(1);
  expect(JSON.parse(differ.stdout).fields.length).toBeGreaterThan(5);
  expect(run('validate', inFolder('nowhere.json'))).toMatchObject({ status: 2, stdout: '' });
  const scripts = JSON.parse(readFileSync(join(projectRoot, 'package.json'), 'utf8')).scripts;
  expect(scripts.desk).toBe('node build/desk/desk.ts');
});

test('validate-template says in words what must be mended, and where', async () => {
  const form = JSON.parse(readFileSync(join(projectRoot, 'resources/templates/pledge@2.json'), 'utf8'));
  form.sections[0].fields[0].kind = 'essay';
  const broken = await desk('validate-template', given('form.json', form));
  expect(broken.code).toBe(1);
  expect(broken.said).toContain(
    'Mend section “Who pledges”, field `entityName`: "essay" is not a kind of field',
  );
  expect((await desk('validate-template', join(projectRoot, 'resources/templates/pledge@2.json'))).code).toBe(
    0,
  );
});

test.each<[string, readonly string[], string]>([
  ['nothing asked', [], 'JSON on standard output'],
  ['a word that is none', ['frobnicate'], '"frobnicate" is no subcommand'],
  ['a file that is not there', ['validate', inFolder('nowhere.json')], 'cannot be read'],
  ['no JSON', ['validate', given('no.json', '{\n  "kind": pledge\n}')], 'is not JSON: line 2, column'],
  ['no document', ['validate', given('list.json', [])], 'holds no document'],
  ['a list of them', ['validate', given('two.json', [{}, {}])], 'holds a list of 2 documents; give one'],
  [
    'a place that is not there',
    ['convert', sample('pledge-civil-registration-en'), '--to', 'html', '-o', inFolder('no/where.html')],
    'cannot be written: there is nothing of that name',
  ],
  [
    'a place that is a folder',
    ['convert', sample('pledge-civil-registration-en'), '--to', 'html', '-o', folder],
    'cannot be written: it is a folder',
  ],
  [
    'a newer format',
    ['validate', given('newer.json', { kind: 'pledge', formatVersion: 9, fields: {} })],
    'newer version',
  ],
  [
    'a form of a later version',
    ['validate', given('later.json', { kind: 'pledge', template: 'pledge@99', fields: {} })],
    'the form pledge@99 is not known to this version, which has concept-note@1,',
  ],
  ['two files too many', ['validate', 'a', 'b', 'c'], '1 file wanted, 3 given'],
  ['an option that is none', ['validate', '--loud', 'a'], "Unknown option '--loud'"],
  ['a kind of file that is none', ['convert', 'a', '--to', 'odt', '-o', 'b'], '"odt" is no kind of file'],
  ...['toString', '__proto__', 'constructor'].map((to): [string, readonly string[], string] => [
    `a kind of file called ${to}`,
    ['convert', sample('pledge-civil-registration-en'), '--to', to, '-o', inFolder('b')],
    `"${to}" is no kind of file`,
  ]),
])('%s ends with 2 and one sentence that says why', async (_what, args, words) => {
  const answer = await desk(...args);
  expect(answer).toMatchObject({ code: 2, out: '' });
  expect(answer.said).toContain(words);
});

test('a copy does not take the place of what it is made of, by whatever name', async () => {
  const source = given('own.json', readFileSync(sample('pledge-civil-registration-en'), 'utf8'));
  const before = readFileSync(source, 'utf8');
  symlinkSync(source, inFolder('linked.json'));
  for (const out of [source, inFolder('linked.json')]) {
    const answer = await desk('convert', source, '--to', 'docx', '-o', out);
    expect(answer).toMatchObject({ code: 2, said: expect.stringContaining('is what the copy is made of') });
  }
  expect(readFileSync(source, 'utf8')).toBe(before);
});

test('a text that is longer than can be read is called too long, and one in another encoding is not', async () => {
  const reading = async (bytes: Uint8Array) => {
    const said: string[] = [];
    const code = await runDesk(['validate', 'long.json'], {
      read: async () => bytes,
      write: async () => {},
      out: () => {},
      say: (text) => said.push(text),
      today: '2026-11-26',
    });
    return [code, said.join('')];
  };
  const tooLong = Buffer.alloc(constants.MAX_STRING_LENGTH + 1, ' ');
  expect(await reading(tooLong)).toEqual([
    2,
    'desk validate: long.json is too long: it has more than 512 MB\n',
  ]);
  expect(await reading(Buffer.from([0xff]))).toEqual([2, 'desk validate: long.json is not text in UTF-8\n']);
});

test('what nobody expected is said in one sentence and ends with 2, and not with the 1 of a finding', async () => {
  const said: string[] = [];
  const code = await runDesk(['validate', sample('pledge-civil-registration-en')], {
    read: (path) => readFile(path),
    write: async () => {},
    out: () => {
      throw new TypeError('a bug\nwith its stack');
    },
    say: (text) => said.push(text),
    today: '2026-11-26',
  });
  expect([code, said]).toEqual([2, ['desk validate: this is a fault of the command: TypeError: a bug\n']]);
});

test('a Chromium that does not start is named, with what to do', async () => {
  vi.stubEnv('CHROMIUM_PATH', process.execPath);
  const pledge = sample('pledge-civil-registration-en');
  const answer = await desk('convert', pledge, '--to', 'pdf', '-o', inFolder('a.pdf'));
  vi.unstubAllEnvs();
  expect(answer.code).toBe(2);
  expect(answer.said).toBe(
    `desk convert: ${process.execPath} does not start as a Chromium; set CHROMIUM_PATH to one that does, or convert to html and print that\n`,
  );
});

test.runIf(existsSync('/dev/full'))(
  'an output that is full ends with 2; a reader that has left is no fault',
  () => {
    const shell = (script: string) => {
      const command = `"${process.execPath}" "${join(projectRoot, 'build/desk/desk.ts')}"`;
      const { status, stdout, stderr } = spawnSync('bash', ['-c', script.replaceAll('desk', command)], {
        encoding: 'utf8',
      });
      return { status, stdout, stderr };
    };
    const [a, b] = [sample('pledge-civil-registration-en'), sample('pledge-cities-inclusion-en')];
    expect(shell(`desk diff "${a}" "${b}" > /dev/full`)).toEqual({
      status: 2,
      stdout: '',
      stderr: 'desk: standard output cannot be written: the disk is full\n',
    });
    expect(shell(`desk validate "${a}" 2> /dev/full | true; exit \${PIPESTATUS[0]}`).status).toBe(0);
    expect(shell(`desk diff "${a}" "${b}" | true`)).toEqual({ status: 0, stdout: '', stderr: '' });
  },
);

test('how a word is used is shown after wrong use alone, not where a file is at fault', async () => {
  const document = sample('pledge-civil-registration-en');
  const isShown = async (...args: string[]) => (await desk(...args)).said.includes('npm run --silent desk');
  for (const wrong of [
    ['validate'],
    ['validate', '--loud', 'a'],
    ['convert', document, '--to', 'odt', '-o', 'b'],
    ['convert', document, '--to', 'html'],
    ['convert', document, '--to', 'html', '-o', 'b', '--language', 'tlh'],
    ['import', document, '--kind', 'song'],
    ['import', document, '--kind', 'pledge', '--decimal', 'star'],
  ])
    expect([wrong, await isShown(...wrong)]).toEqual([wrong, true]);
  for (const atFault of [
    ['validate', inFolder('nowhere.json')],
    ['convert', document, '--to', 'iati', '-o', inFolder('b.xml')],
    ['import', given('blank.json', ''), '--kind', 'pledge'],
    ['inspect', document],
  ])
    expect([atFault, await isShown(...atFault)]).toEqual([atFault, false]);
});

test('each word has its help', async () => {
  for (const word of ['validate', 'convert', 'diff', 'import', 'inspect', 'validate-template']) {
    const help = await desk(word, '--help');
    expect(help).toMatchObject({ code: 0, out: '' });
    expect(help.said).toContain(`npm run --silent desk -- ${word}`);
  }
});
