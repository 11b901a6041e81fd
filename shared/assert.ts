/** Throws when an assumption of the code itself does not hold; never for bad input. */
export function assert(condition: unknown, message: string): asserts condition {
  if (!condition) throw new Error(`Assumption broken: ${message}`);
}

/** Closes a switch over a union: the compiler objects when a case is missing. */
export function assertNever(value: never): never {
  throw new Error(`Assumption broken: unexpected ${JSON.stringify(value)}`);
}
