import { createHash } from 'node:crypto';

/** The hash of everything that happened, in its order: the same seed must give the same. */
export class Trace {
  readonly #hash = createHash('sha256');
  readonly counts = { ops: 0, conflicts: 0, submissions: 0 };
  readonly violations: string[] = [];

  event(...parts: readonly (string | number | boolean)[]): void {
    this.#hash.update(`${parts.join('|')}\n`);
  }

  violation(what: string): void {
    this.violations.push(what);
    this.event('violation', what);
  }

  digest(): string {
    return this.#hash.copy().digest('hex');
  }
}
