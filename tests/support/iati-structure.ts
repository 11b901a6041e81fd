import { XMLParser } from 'fast-xml-parser';

/** An element of a parsed file, with the order of what is in it. */
export type IatiNode = {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly IatiNode[];
  /** null where there is none between its elements. */
  readonly text: string | null;
};

export const parsedIati = (xml: string): IatiNode => {
  const parser = new XMLParser({
    preserveOrder: true,
    ignoreAttributes: false,
    attributeNamePrefix: '',
    parseTagValue: false,
    parseAttributeValue: false,
    trimValues: false,
  });
  const nodes = (raw: readonly Record<string, unknown>[]): IatiNode[] =>
    raw.flatMap((one) => {
      const name = Object.keys(one).find((key) => key !== ':@' && key !== '#text');
      if (name === undefined || name.startsWith('?')) return [];
      const inner = one[name] as readonly Record<string, unknown>[];
      const children = nodes(inner);
      const text = inner.map((child) => String(child['#text'] ?? '')).join('');
      return [
        {
          name,
          attributes: (one[':@'] ?? {}) as Record<string, string>,
          children,
          text: children.length > 0 && text.trim() === '' ? null : text,
        },
      ];
    });
  const [root] = nodes(parser.parse(xml) as Record<string, unknown>[]);
  if (root === undefined) throw new Error('no root');
  return root;
};

/** The simple types of XML Schema that the standard uses, as patterns of what they take. */
const types = {
  string: /^/,
  date: /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/,
  dateTime: /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})?$/,
  decimal: /^[+-]?(\d+(\.\d*)?|\.\d+)$/,
  year: /^0*[1-9]\d*$/,
  language: /^[a-z]{2}$/,
  uri: /^[^\s<>"{}|\\^`]+$/,
} as const;

type Shape = {
  /** In the order of the sequence; `+` at least one, `!` exactly one, `?` at most one, else any number. */
  readonly children?: string;
  /** Those that may stand there, each with its type and the codes that the standard's codelist has; `!`: required. */
  readonly attributes?: Readonly<Record<string, keyof typeof types | readonly string[]>>;
  /** Of the text; none may stand there without it. */
  readonly text?: keyof typeof types;
};

const codes = (list: string): readonly string[] => list.split(' ');
const narratives = { children: 'narrative+' };
const dated = { attributes: { 'iso-date!': 'date' } } as const;
const target = {
  children: 'location dimension comment? document-link',
  attributes: { value: 'string' },
} as const;
const vocabulary = (list: string) => ({
  'code!': 'string' as const,
  vocabulary: codes(list),
  'vocabulary-uri': 'uri' as const,
});

/**
 * What iati-activities-schema.xsd and iati-common.xsd of 2.03 (of 19 February 2018) say of the elements that we write:
 * the order and number of what is in them, their attributes and types; and the codes of the codelists that the
 * standard names for an attribute, where they are few. Facts of the standard, in a form of our own.
 */
const shapes: Readonly<Record<string, Shape>> = {
  'iati-activities': {
    children: 'iati-activity+',
    attributes: { 'version!': ['2.03'], 'generated-datetime': 'dateTime', 'linked-data-default': 'uri' },
  },
  'iati-activity': {
    children:
      'iati-identifier! reporting-org! title! description+ participating-org+ other-identifier activity-status! ' +
      'activity-date+ contact-info activity-scope? recipient-country recipient-region location sector tag ' +
      'country-budget-items? humanitarian-scope policy-marker collaboration-type? default-flow-type? ' +
      'default-finance-type? default-aid-type default-tied-status? budget planned-disbursement capital-spend? ' +
      'transaction document-link related-activity legacy-data conditions? result crs-add? fss?',
    attributes: { 'xml:lang': 'language', 'default-currency': 'string', 'last-updated-datetime': 'dateTime' },
  },
  'iati-identifier': { text: 'string' },
  'reporting-org': {
    ...narratives,
    attributes: {
      'ref!': 'string',
      'type!': codes('10 11 15 21 22 23 24 30 40 60 70 71 72 73 80 90'),
    },
  },
  title: narratives,
  description: { ...narratives, attributes: { type: codes('1 2 3 4') } },
  narrative: { attributes: { 'xml:lang': 'language' }, text: 'string' },
  'participating-org': {
    children: 'narrative',
    attributes: {
      ref: 'string',
      type: codes('10 11 15 21 22 23 24 30 40 60 70 71 72 73 80 90'),
      'role!': codes('1 2 3 4'),
    },
  },
  'activity-status': { attributes: { 'code!': codes('1 2 3 4 5 6') } },
  'activity-date': { children: 'narrative', attributes: { 'type!': codes('1 2 3 4'), 'iso-date!': 'date' } },
  'contact-info': {
    children: 'organisation? department? person-name? job-title? telephone email website mailing-address',
    attributes: { type: codes('1 2 3 4') },
  },
  organisation: narratives,
  'person-name': narratives,
  email: { text: 'string' },
  'activity-scope': { attributes: { 'code!': codes('1 2 3 4 5 6 7 8') } },
  'recipient-country': { children: 'narrative', attributes: { 'code!': 'string', percentage: 'decimal' } },
  'recipient-region': {
    children: 'narrative',
    attributes: { ...vocabulary('1 2 99'), percentage: 'decimal' },
  },
  sector: {
    children: 'narrative',
    attributes: { ...vocabulary('1 2 3 4 5 6 7 8 9 10 11 12 98 99'), percentage: 'decimal' },
  },
  tag: {
    children: 'narrative',
    attributes: { 'code!': 'string', 'vocabulary!': codes('1 2 3 4 99'), 'vocabulary-uri': 'uri' },
  },
  'policy-marker': {
    children: 'narrative',
    attributes: { ...vocabulary('1 99'), significance: codes('0 1 2 3 4') },
  },
  budget: {
    children: 'period-start! period-end! value!',
    attributes: { type: codes('1 2'), status: codes('1 2') },
  },
  'period-start': dated,
  'period-end': dated,
  value: { attributes: { currency: 'string', 'value-date!': 'date' }, text: 'decimal' },
  result: {
    children: 'title! description? document-link reference indicator+',
    attributes: { 'type!': codes('1 2 3 9') },
  },
  indicator: {
    children: 'title! description? document-link reference baseline period',
    attributes: { 'measure!': codes('1 2 3 4 5') },
  },
  baseline: {
    children: 'location dimension document-link comment?',
    attributes: { 'year!': 'year', 'iso-date': 'date', value: 'string' },
  },
  period: { children: 'period-start! period-end! target actual' },
  target,
  comment: narratives,
};

const countFault = (child: string, count: number): boolean =>
  (/[+!]$/.test(child) && count === 0) || (/[!?]$/.test(child) && count > 1);

/** What a file has otherwise than the standard says of its elements; empty for a valid one. */
export const iatiFaults = (node: IatiNode): readonly string[] => {
  const shape = shapes[node.name];
  if (shape === undefined) return [`${node.name} is not an element that we write`];
  const children = shape.children?.split(' ') ?? [];
  const order = children.map((child) => child.replace(/[+!?]$/, ''));
  const places = node.children.map(({ name }) => order.indexOf(name));
  const attributes = Object.entries(shape.attributes ?? {}).map(
    ([name, type]) => [name.replace('!', ''), name.endsWith('!'), type] as const,
  );
  return [
    ...node.children
      .filter((_, index) => places[index] === -1)
      .map(({ name }) => `${node.name} holds ${name}`),
    ...(places.some((place, index) => place < (places[index - 1] ?? 0)) ? [`${node.name}: order`] : []),
    ...children.flatMap((child, index) => {
      const count = node.children.filter(({ name }) => name === order[index]).length;
      return countFault(child, count) ? [`${node.name}: ${count} of ${child}`] : [];
    }),
    ...attributes
      .filter(([name, isRequired]) => isRequired && node.attributes[name] === undefined)
      .map(([name]) => `${node.name} lacks ${name}`),
    ...Object.entries(node.attributes).flatMap(([name, value]) => {
      const [, , type] = attributes.find(([known]) => known === name) ?? [];
      const fits = typeof type === 'string' ? types[type].test(value) : (type?.includes(value) ?? false);
      return fits ? [] : [`${node.name}/@${name}: ${value}`];
    }),
    ...(shape.text === undefined && node.text !== null && node.text !== ''
      ? [`${node.name} holds text`]
      : []),
    ...(shape.text !== undefined && !types[shape.text].test(node.text ?? '')
      ? [`${node.name}: ${node.text}`]
      : []),
    ...node.children.flatMap(iatiFaults),
  ];
};
