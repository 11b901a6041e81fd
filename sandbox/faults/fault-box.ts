import * as z from 'zod/mini';

const shared = {
  /** `METHOD /path-prefix`; absent: every request of the API. */
  match: z.exactOptional(z.string().check(z.regex(/^[A-Z]+ \/\S*$/), z.maxLength(400))),
  /** How many requests it meets before it is used up; absent: all. */
  times: z.exactOptional(z.int().check(z.gte(1), z.lte(1_000_000))),
};

/** What can go wrong between two laptops and a server. */
export const faultSchema = z.discriminatedUnion('kind', [
  /** The work is done, then the connection breaks without an answer. */
  z.strictObject({ ...shared, kind: z.literal('drop-answer') }),
  /** Refused with this status before any work. */
  z.strictObject({
    ...shared,
    kind: z.literal('status'),
    status: z.int().check(z.gte(400), z.lte(599)),
  }),
  z.strictObject({
    ...shared,
    kind: z.literal('delay'),
    delayMs: z.int().check(z.gte(0), z.lte(600_000)),
  }),
  /** The work is done, half of the body is sent, then the connection breaks. */
  z.strictObject({ ...shared, kind: z.literal('truncate') }),
  /** A page of the hotel's answers instead of the server: 200, HTML, no `Network-Api`. */
  z.strictObject({ ...shared, kind: z.literal('captive-portal') }),
]);
export type Fault = z.infer<typeof faultSchema>;

export const faultListSchema = z.array(faultSchema).check(z.maxLength(100));

/** One request as it came in and what became of it; `status` null when the connection broke first. */
export const loggedRequestSchema = z.strictObject({
  method: z.string(),
  path: z.string(),
  status: z.nullable(z.int()),
  fault: z.nullable(z.string()),
  /** Request line and headers as on the wire. */
  headerBytes: z.int(),
  /** The Authorization line within them. */
  authorizationBytes: z.int(),
  bodyBytes: z.int(),
});
export type LoggedRequest = z.infer<typeof loggedRequestSchema>;

const logLimit = 10_000;

/** The faults switched on now, and the requests seen. */
export type FaultBox = {
  readonly set: (faults: readonly Fault[]) => void;
  readonly list: () => readonly Fault[];
  /** The fault that this request meets, counted off; the first that matches. */
  readonly take: (method: string, path: string) => Fault | undefined;
  readonly log: (request: LoggedRequest) => void;
  /** The newest requests, oldest first. */
  readonly requests: () => readonly LoggedRequest[];
  /** Forgets faults and requests. */
  readonly clear: () => void;
};

const matches = (fault: Fault, method: string, path: string): boolean => {
  if (fault.match === undefined) return true;
  const [wantedMethod, prefix] = fault.match.split(' ', 2);
  return method === wantedMethod && path.startsWith(prefix ?? '/');
};

export const makeFaultBox = (): FaultBox => {
  let faults: readonly Fault[] = [];
  let seen: readonly LoggedRequest[] = [];
  return {
    set: (next) => {
      faults = [...next];
    },
    list: () => faults,
    take: (method, path) => {
      const fault = faults.find((candidate) => matches(candidate, method, path));
      if (fault?.times !== undefined) {
        const left = fault.times - 1;
        faults = faults.flatMap((other) => {
          if (other !== fault) return [other];
          return left === 0 ? [] : [{ ...fault, times: left }];
        });
      }
      return fault;
    },
    log: (request) => {
      seen = [...seen.slice(-logLimit + 1), request];
    },
    requests: () => seen,
    clear: () => {
      faults = [];
      seen = [];
    },
  };
};
