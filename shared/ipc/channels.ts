import * as z from 'zod/mini';

/** The one table of channels between window and main process: name → argument and answer. */

const spaceName = z.string().check(z.regex(/^[a-z0-9][a-z0-9.:-]{0,120}$/));

export const networkRequestSchema = z.strictObject({
  method: z.enum(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE']),
  /** Path and query on the configured server; anything else is refused. */
  path: z.string().check(z.regex(/^\/v1\/[A-Za-z0-9/_@.?=&%~-]*$/), z.maxLength(2048)),
  headers: z.record(z.string().check(z.regex(/^[a-z-]{1,64}$/)), z.string().check(z.maxLength(4096))),
  body: z.exactOptional(z.instanceof(Uint8Array)),
  /** The server for which it is meant: while another one is in force, it reaches none (CL13). */
  server: z.exactOptional(z.string().check(z.maxLength(2048))),
  /** Names a request that may be called off by `network:abort`. */
  id: z.exactOptional(z.string().check(z.regex(/^[a-z0-9-]{1,64}$/))),
  /** Give up after this long without a byte. */
  idleTimeoutMs: z.int().check(z.gte(100), z.lte(120_000)),
});
export type NetworkRequest = z.infer<typeof networkRequestSchema>;

/** Which layer failed, so that the screen can name it. */
export const networkFailureCodes = [
  'offline',
  'dns',
  'proxy',
  'tls',
  'timeout',
  'connection',
  'too-large',
] as const;

export const networkAnswerSchema = z.discriminatedUnion('ok', [
  z.strictObject({
    ok: z.literal(true),
    status: z.int(),
    headers: z.record(z.string(), z.string()),
    body: z.instanceof(Uint8Array),
  }),
  z.strictObject({ ok: z.literal(false), code: z.enum(networkFailureCodes), detail: z.string() }),
]);
export type NetworkAnswer = z.infer<typeof networkAnswerSchema>;

/** How the key that seals a space is kept on this laptop. */
export const protectionSchema = z.enum(['keychain', 'passphrase', 'none']);
export type Protection = z.infer<typeof protectionSchema>;

const spaceKeySchema = z.discriminatedUnion('ok', [
  z.strictObject({ ok: z.literal(true), key: z.instanceof(Uint8Array), protection: protectionSchema }),
  z.strictObject({
    ok: z.literal(false),
    code: z.enum(['keychain-unavailable', 'key-unreadable', 'disk-full']),
  }),
]);

export const appInfoSchema = z.strictObject({
  version: z.string(),
  platform: z.string(),
  serverUrl: z.string(),
  /** The space of this server: another server has another store, journal and key (CL13). */
  networkSpace: spaceName,
});

const saveAnswerSchema = z.discriminatedUnion('outcome', [
  z.strictObject({ outcome: z.literal('saved') }),
  z.strictObject({ outcome: z.literal('cancelled') }),
  z.strictObject({ outcome: z.literal('failed'), detail: z.string() }),
]);

const nothing = z.strictObject({});

/** A file of the journal of a space; the highest number is the one that is being written. */
export const segmentSchema = z.strictObject({
  number: z.int().check(z.gte(1)),
  sizeBytes: z.int().check(z.gte(0)),
  /** Milliseconds since 1970 of the last write. */
  modifiedAt: z.number(),
});
export type Segment = z.infer<typeof segmentSchema>;

const segmentNumber = z.int().check(z.gte(1), z.lte(999_999_999));

export const channels = {
  'app:info': { argument: nothing, answer: appInfoSchema },
  /** Sets the server of the real network; https only, except on loopback. Answers the address in force. */
  'app:set-server': {
    argument: z.strictObject({ url: z.string().check(z.maxLength(2048)) }),
    answer: z.discriminatedUnion('ok', [
      z.strictObject({ ok: z.literal(true), serverUrl: z.string() }),
      z.strictObject({ ok: z.literal(false), code: z.enum(['not-a-url', 'not-https']) }),
    ]),
  },
  /** Opens https and mailto addresses outside; false when the address was refused. */
  'app:open-external': {
    argument: z.strictObject({ url: z.string().check(z.maxLength(4096)) }),
    answer: z.strictObject({ opened: z.boolean() }),
  },
  'network:request': { argument: networkRequestSchema, answer: networkAnswerSchema },
  /** Calls a request off that still waits; nothing happens where there is none. */
  'network:abort': {
    argument: z.strictObject({ id: z.string().check(z.regex(/^[a-z0-9-]{1,64}$/)) }),
    answer: nothing,
  },
  /** The 32-byte key of a space, made at the first call. */
  'secrets:space-key': { argument: z.strictObject({ space: spaceName }), answer: spaceKeySchema },
  'journal:segments': {
    argument: z.strictObject({ space: spaceName }),
    answer: z.strictObject({ segments: z.array(segmentSchema) }),
  },
  /** Appends lines and flushes them to the disk; answers the segment in which they are. */
  'journal:append': {
    argument: z.strictObject({
      space: spaceName,
      /** Printable ASCII, each line ended by a line feed. */
      lines: z.string().check(z.regex(/^[\n -~]*\n$/), z.maxLength(16_777_216)),
    }),
    answer: z.discriminatedUnion('ok', [
      z.strictObject({ ok: z.literal(true), segment: segmentNumber, isDiskLow: z.boolean() }),
      z.strictObject({ ok: z.literal(false), code: z.enum(['disk-full', 'failed']) }),
    ]),
  },
  /** What stands in a segment, whole or damaged; empty where there is none. */
  'journal:read': {
    argument: z.strictObject({ space: spaceName, segment: segmentNumber }),
    answer: z.strictObject({ text: z.string() }),
  },
  /** Removes the segments before this one: all that they say stands in later ones too. */
  'journal:drop-before': {
    argument: z.strictObject({ space: spaceName, segment: segmentNumber }),
    answer: nothing,
  },
  /** A page of HTML as a tagged PDF, in a window that nobody sees and that runs no scripts. */
  'print:pdf': {
    argument: z.strictObject({ html: z.string().check(z.minLength(1), z.maxLength(33_554_432)) }),
    answer: z.discriminatedUnion('ok', [
      z.strictObject({ ok: z.literal(true), bytes: z.instanceof(Uint8Array) }),
      z.strictObject({ ok: z.literal(false), code: z.literal('print-failed') }),
    ]),
  },
  'files:save': {
    argument: z.strictObject({
      suggestedName: z.string().check(z.minLength(1), z.maxLength(200)),
      bytes: z.instanceof(Uint8Array),
    }),
    answer: saveAnswerSchema,
  },
} as const;

export type Channels = typeof channels;
export type Channel = keyof Channels;
export type Argument<C extends Channel> = z.infer<Channels[C]['argument']>;
export type Answer<C extends Channel> = z.infer<Channels[C]['answer']>;

/** Main → window. */
export const windowEvents = {
  /** The laptop resumed, or came online: a good moment to sync. */
  'app:wake': nothing,
  /** A menu item of the application menu was chosen. */
  'menu:command': z.strictObject({
    command: z.enum([
      'new-pledge',
      'new-practice',
      'new-concept-note',
      'bring-in',
      'desk',
      'outbox',
      'settings',
      'send-now',
    ]),
  }),
} as const;
export type WindowEvent = keyof typeof windowEvents;
export type WindowEventPayload<E extends WindowEvent> = z.infer<(typeof windowEvents)[E]>;
export type MenuCommand = WindowEventPayload<'menu:command'>['command'];

/** `window.desktop`, put there by the preload; absent in the browser edition. */
export type DesktopApi = {
  readonly invoke: <C extends Channel>(channel: C, argument: Argument<C>) => Promise<Answer<C>>;
  readonly on: <E extends WindowEvent>(
    event: E,
    listener: (payload: WindowEventPayload<E>) => void,
  ) => () => void;
};
