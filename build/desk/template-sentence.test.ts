import { expect, test } from 'vitest';
import { runDesk } from './run-desk.ts';

const all = (text: string) => ({ ar: text, zh: text, en: text, fr: text, ru: text, es: text });
const warning = { severity: 'warning', source: 'assumed' };

const form = () => ({
  kind: 'pledge',
  version: 3,
  name: all('A form'),
  titleField: 'title',
  sections: [
    {
      id: 'whoPledges',
      title: all('Who pledges'),
      fields: [
        { id: 'title', kind: 'shortText', label: all('Title') },
        { id: 'contactEmail', kind: 'shortText', format: 'email', label: all('E-mail') },
        { id: 'isJoint', kind: 'yesNo', label: all('Joint?') },
        { id: 'objectives', kind: 'objectives', label: all('Objectives') },
        { id: 'startDate', kind: 'date', label: all('From') },
        { id: 'endDate', kind: 'date', label: all('To') },
        {
          id: 'participants',
          kind: 'group',
          label: all('Participants'),
          itemLabel: all('participant'),
          fields: [{ id: 'name', kind: 'shortText', label: all('Name') }],
        },
      ],
    },
    {
      id: 'more',
      title: all('More'),
      fields: [{ id: 'note', kind: 'longText', label: all('Note') }],
    },
  ],
  rules: [
    { id: 'main-objectives', params: { field: 'objectives', max: 3 }, ...warning },
    { id: 'end-after-start', params: { start: 'startDate', end: 'endDate' }, ...warning },
    { id: 'no-repeats', params: { fields: ['participants/name'] }, ...warning },
  ],
});

// biome-ignore lint/suspicious/noExplicitAny: a test breaks the file in ways that no type allows.
type Broken = any;

/** What the command says of the form once it is broken in one way, and how it ends. */
const saidOf = async (breakIt: (form: Broken) => void): Promise<readonly [number, readonly string[]]> => {
  const broken: Broken = form();
  breakIt(broken);
  const said: string[] = [];
  const code = await runDesk(['validate-template', 'form.json'], {
    read: async () => new TextEncoder().encode(JSON.stringify(broken)),
    write: async () => undefined,
    out: () => undefined,
    say: (text) => said.push(text.trimEnd()),
    today: '2026-11-26',
  });
  return [code, said];
};

const mail = (broken: Broken) => broken.sections[0].fields[1];
const inMail = 'Mend section “Who pledges”, field `contactEmail`';
const put = (field: object) => (broken: Broken) => broken.sections[1].fields.push(field);

test('the form itself is in order', async () => {
  expect(await saidOf(() => undefined)).toEqual([0, ['Nothing to remark: the app takes this form.']]);
});

test.each<[string, (form: Broken) => void, readonly string[]]>([
  [
    'a word that is none of the possible ones',
    (broken) => (mail(broken).format = 'phone'),
    [`${inMail}, property \`format\`: "phone" stands there. It may be: "email", "url".`],
  ],
  [
    'a severity that there is not, and no source',
    (broken) => (mail(broken).required = { severity: 'fatal' }),
    [
      `${inMail}, property \`required\`, property \`severity\`: "fatal" stands there. It may be: "error", "warning", "hint".`,
      `${inMail}, property \`required\`: "source" is missing. It may be: "official", "assumed".`,
    ],
  ],
  [
    'a number in quotation marks',
    (broken) => (mail(broken).limits = [{ kind: 'maxChars', value: '255', ...warning }]),
    [
      `${inMail}, limit \`maxChars\`, property \`value\`: "255" stands there. It should be a number without quotation marks.`,
    ],
  ],
  [
    'limits that are no whole number, below nothing, of no kind',
    (broken) =>
      (mail(broken).limits = [
        { kind: 'maxChars', value: 1.5, ...warning },
        { kind: 'minChars', value: -1, ...warning },
        { kind: 'maxLetters', value: 1, ...warning },
      ]),
    [
      `${inMail}, limit \`maxChars\`, property \`value\`: 1.5 stands there. It should be a whole number without quotation marks.`,
      `${inMail}, limit \`minChars\`, property \`value\`: -1 stands there. It should be 0 or more.`,
      `${inMail}, limit \`maxLetters\`, property \`kind\`: "maxLetters" stands there. It may be: "minChars", "maxChars", "minWords", "maxWords", "minItems", "maxItems", "min", "max".`,
    ],
  ],
  [
    'a default from nowhere',
    (broken) => (mail(broken).defaultFrom = 'email'),
    [
      `${inMail}, property \`defaultFrom\`: "email" stands there. It may be: "name", "organization", "country", "language".`,
    ],
  ],
  [
    'a language that is none of the six',
    (broken) => (mail(broken).label.de = 'E-Mail'),
    [`${inMail}, property \`label\`: "de" is not known here. There may be: en, es, fr, ar, zh, ru.`],
  ],
  [
    'a property that this kind of field does not have',
    put({ id: 'joint', kind: 'yesNo', label: all('Joint'), format: 'email' }),
    [
      'Mend section “More”, field `joint`: "format" is not known here. There may be: id, label, help, example, required, limits, shownWhen, onlyWhenFilled, personal, defaultFrom, exportHeading, kind.',
    ],
  ],
  [
    'a text without languages',
    (broken) => (mail(broken).label = 'E-mail'),
    [
      `${inMail}, property \`label\`: "E-mail" stands there. It should be words in braces by language, such as { "en": "…", "es": "…" }.`,
    ],
  ],
  [
    'no label, and one without English',
    (broken) => {
      delete mail(broken).label;
      broken.sections[0].title.en = '';
    },
    [
      'Mend section `whoPledges`: "title" has no English text ("en"). English stands in for every language that is missing.',
      'Mend section `whoPledges`, field `contactEmail`: "label" is missing. It should be words in braces by language, such as { "en": "…", "es": "…" }.',
    ],
  ],
  [
    'nothing where a field should be',
    (broken) => (broken.sections[1].fields[0] = null),
    ['Mend section “More”, field 1: null stands there. It should be a group of properties in braces { }.'],
  ],
  [
    'a field of no kind, and one of a kind that nobody knows',
    (broken) => {
      delete mail(broken).kind;
      broken.sections[1].fields[0].kind = 'essay';
    },
    [
      expect.stringMatching(
        /^Mend .*, field `contactEmail`: "kind" is missing\. It may be: shortText, longText, /,
      ),
      expect.stringMatching(
        /^Mend .*, field `note`: "essay" is not a kind of field that the app knows\. It knows: /,
      ),
    ] as never,
  ],
  [
    'a budget that does not say its columns',
    put({ id: 'budget', kind: 'budget', label: all('Budget') }),
    [
      'Mend section “More”, field `budget`: "organizationsField" is missing. It should be text in quotation marks.',
      'Mend section “More”, field `budget`: "currencyField" is missing. It should be text in quotation marks.',
    ],
  ],
  [
    'a group without fields, and one inside a group with too few',
    (broken) => {
      put({ id: 'parts', kind: 'group', label: all('Parts'), itemLabel: all('part') })(broken);
      broken.sections[0].fields[6].fields.push({
        id: 'inner',
        kind: 'group',
        label: all('Inner'),
        itemLabel: all('inner'),
        fields: [],
      });
    },
    [
      'Mend section “Who pledges”, field `participants`, field `inner`, property `fields`: Too little stands there: at least 1 is needed.',
      'Mend section “More”, field `parts`: "fields" is missing. It should be a list in square brackets [ ].',
    ],
  ],
  [
    'another document of a kind that there is not',
    put({ id: 'about', kind: 'document', label: all('About'), of: 'nothing' }),
    [
      'Mend section “More”, field `about`, property `of`: "nothing" stands there. It may be: "pledge", "pledge-update", "practice", "concept-note".',
    ],
  ],
  [
    'too many scores, and an option with a blank',
    (broken) => {
      put({ id: 'marker', kind: 'marker', label: all('M'), scores: Array(5).fill(all('s')) })(broken);
      put({
        id: 'size',
        kind: 'choice',
        label: all('Size'),
        options: [{ value: 'very big', label: all('Very big') }],
      })(broken);
    },
    [
      'Mend section “More”, field `marker`, property `scores`: Too much stands there: 4 at most.',
      'Mend section “More”, field `size`, option `very big`, property `value`: "very big" stands there. It should have small letters from a to z, digits and hyphens only, and no blanks.',
    ],
  ],
  [
    'a condition that waits for a number',
    (broken) => (mail(broken).shownWhen = { field: 'isJoint', in: [1] }),
    [
      `${inMail}, property \`shownWhen\`, entry 1 of \`in\`: 1 stands there. It should be text in quotation marks, or true or false without quotation marks.`,
    ],
  ],
  [
    'a parameter with a number among its words, under a name that every object has',
    (broken) => (broken.rules[2].params = { fields: ['participants/name'], constructor: ['a', 3] }),
    [
      'Mend rule `no-repeats`, property `params`, entry 2 of `constructor`: 3 stands there. It should be text in quotation marks.',
      'Mend rule `no-repeats`, property `params`: "constructor" is not known here. There may be: fields.',
    ],
  ],
  [
    'a translation without a word',
    (broken) => (broken.sections[1].help = { en: 'Help', es: '' }),
    [
      'Mend section “More”, property `help`, property `es`: Nothing is written there. Write the words, or leave the property out.',
      'Look at section “More”: "help" is missing in: ar, zh, fr, ru, es. The English text stands in.',
    ],
  ],
  [
    'a kind of form that there is not',
    (broken) => (broken.kind = 'request'),
    [
      'Mend property `kind`: "request" stands there. It may be: "pledge", "pledge-update", "practice", "concept-note".',
    ],
  ],
  [
    'no sections',
    (broken) => {
      delete broken.sections;
      broken.titleField = 3;
      broken.rules = [];
    },
    [
      'Mend property `titleField`: 3 stands there. It should be text in quotation marks.',
      'Mend the form: "sections" is missing. It should be a list in square brackets [ ].',
    ],
  ],
  [
    'two sections of one id',
    (broken) => (broken.sections[1].id = 'whoPledges'),
    ['Mend the form: Two sections have the id "whoPledges"; every section needs its own.'],
  ],
  [
    'rules about fields that are not there',
    (broken) => {
      broken.rules[1].params.start = 'bogus';
      broken.rules[2].params.fields.push('participants/nickname', 'endDate');
    },
    [
      'Mend rule `end-after-start`: "start" names the field "bogus", which the form does not have there.',
      'Mend rule `no-repeats`: "fields" names the field "participants/nickname", which the form does not have there.',
      'Mend rule `no-repeats`: "fields" names the field "endDate", which the form does not have there.',
    ],
  ],
  [
    'rules without what they need, with what they do not know, and a number in quotation marks',
    (broken) => {
      broken.rules[0].params = { feild: 'objectives', max: '3' };
      broken.rules[2].params.fields = [];
      broken.rules.push({ id: 'terminology', params: { about: 'cats' }, ...warning });
    },
    [
      'Mend rule `main-objectives`, property `params`: "field" is missing. It should be the id of a field in quotation marks.',
      'Mend rule `main-objectives`, property `params`, property `max`: "3" stands there. It should be a number without quotation marks.',
      'Mend rule `main-objectives`, property `params`: "feild" is not known here. There may be: field, max.',
      'Mend rule `no-repeats`, property `params`: "fields" is missing. It should be lists in square brackets [ ], each with its sub-field, such as "participants/name".',
      'Mend rule `terminology`, property `params`, property `about`: "cats" stands there. It may be: "refugees", "illegal".',
    ],
  ],
  [
    'a limit of words on a yes/no field',
    (broken) => (broken.sections[0].fields[2].limits = [{ kind: 'maxWords', value: 3, ...warning }]),
    [
      'Mend section “Who pledges”, field `isJoint`: The limit "maxWords" says nothing of a field of the kind "yesNo". It is for: shortText, longText.',
    ],
  ],
  [
    'a field that waits for itself, and two that wait for each other',
    (broken) => {
      broken.sections[0].fields[2].shownWhen = { field: 'isJoint', in: [true] };
      mail(broken).shownWhen = { field: 'note', in: ['a'] };
      broken.sections[1].fields[0].shownWhen = { field: 'contactEmail', in: ['b'] };
    },
    [
      ...[
        'section “Who pledges”, field `contactEmail`',
        'section “Who pledges”, field `isJoint`',
        'section “More”, field `note`',
      ].map(
        (place) =>
          `Mend ${place}: The field is shown only when it is itself answered, so that nobody would ever see it. Let "shownWhen" name another field.`,
      ),
    ],
  ],
  [
    'a title that is no text',
    (broken) => (broken.titleField = 'isJoint'),
    [
      'Mend the form: "titleField" names the field "isJoint", which is of the kind "yesNo". A document can be named only by a field of the kind "shortText" or "longText".',
    ],
  ],
  [
    'true in quotation marks',
    (broken) => (mail(broken).shownWhen = { field: 'isJoint', in: ['true'] }),
    [
      `${inMail}: "shownWhen" waits for the answer "true", but "isJoint" is a yes/no field: write true or false without quotation marks.`,
    ],
  ],
  [
    'ids that are taken by the app or by every object',
    (broken) => {
      for (const id of ['constructor', 'toString', 'pos'])
        put({ id, kind: 'yesNo', label: all('x') })(broken);
      put({ id: '__proto__', kind: 'yesNo', label: all('x') })(broken);
    },
    [
      ...['constructor', 'toString', '__proto__'].map((id) => `section “More”, field \`${id}\`: "${id}"`),
      'the form: "pos"',
    ].map(
      (where) => `Mend ${where} cannot be an id: the app has a use of its own for this word. Choose another.`,
    ),
  ],
])('%s is said in words, with the place, and ends with 1', async (_what, breakIt, lines) => {
  expect(await saidOf(breakIt)).toEqual([1, lines]);
});
