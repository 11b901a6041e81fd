import { trainingAccounts } from '#sandbox/account.ts';
import { memoryBlobShelf } from '#sandbox/blob-shelf-memory.ts';
import type { Network } from '#sandbox/network.ts';
import { readVocabulary, startNetwork } from '#sandbox/network-start.ts';
import type { ServerStore } from '#sandbox/store.ts';
import type { TemplateShelf } from '#sandbox/template-shelf.ts';
import { smallTemplates } from '#sandbox/testing/builders.ts';
import type { Template, TemplateRef } from '#shared/domain/template.ts';
import type { Scheduler } from './scheduler.ts';

const vocabulary = readVocabulary();

/** A form that some laptops have before the Network does. */
export const newForm: TemplateRef = 'pledge@2';

/** The server stopped in the middle of its work: everything is rolled back, and nobody gets an answer. */
export class ServerCrash extends Error {
  override readonly name = 'ServerCrash';
}

/** A store that can be copied as a whole, as a backup is. */
export type CopyableStore = ServerStore & { readonly copy: () => CopyableStore };

/** The real services over a store that can stop before it commits, and be set back to a backup. */
export class SimServer {
  network: Network;
  #store: CopyableStore | ServerStore;
  #backup: CopyableStore | null = null;
  #epochs = 1;
  crashNext = false;
  /** Whether the Network has been taught `newForm`; a backup does not unteach it. */
  knowsNewForm = false;
  readonly #wrap: (store: ServerStore) => ServerStore;
  readonly #scheduler: Scheduler;

  private constructor(
    network: Network,
    store: ServerStore,
    scheduler: Scheduler,
    wrap: (store: ServerStore) => ServerStore,
  ) {
    this.#scheduler = scheduler;
    this.#store = store;
    this.#wrap = wrap;
    const versions = (ref: TemplateRef): readonly Template[] => {
      const [before] = smallTemplates.versions('pledge@1');
      if (ref !== newForm || before === undefined) return smallTemplates.versions(ref);
      return this.knowsNewForm ? [{ ...before, version: 2 }, before] : [];
    };
    const templates: TemplateShelf = { ...smallTemplates, versions, get: (ref) => versions(ref)[0] };
    this.network = { ...network, templates, store: this.#breakable(store) };
  }

  static async start(
    store: ServerStore,
    scheduler: Scheduler,
    wrap: (store: ServerStore) => ServerStore,
  ): Promise<SimServer> {
    const tokens = trainingAccounts.map(({ id }) => `token-${id}`);
    const network = await startNetwork(
      { store, blobs: memoryBlobShelf(), epoch: epochOf(1) },
      { templates: smallTemplates, vocabulary },
      { now: () => scheduler.nowMs, newToken: () => tokens.shift() ?? 'token' },
    );
    return new SimServer(network, store, scheduler, wrap);
  }

  get canBackUp(): boolean {
    return 'copy' in this.#store;
  }

  get hasBackup(): boolean {
    return this.#backup !== null;
  }

  backUp(): void {
    if ('copy' in this.#store) this.#backup = this.#store.copy();
  }

  /** Puts the backup in place: a Network that has forgotten the time since, and says so by a new epoch. */
  restore(): void {
    if (this.#backup === null) return;
    this.#store = this.#backup.copy();
    this.#epochs += 1;
    this.network = {
      ...this.network,
      store: this.#breakable(this.#store),
      epoch: epochOf(this.#epochs),
    };
  }

  #breakable(inner: ServerStore): ServerStore {
    const store = this.#wrap(inner);
    const busy = async <T>(work: Promise<T>): Promise<T> => {
      this.#scheduler.busy += 1;
      try {
        return await work;
      } finally {
        this.#scheduler.busy -= 1;
      }
    };
    return {
      ...store,
      snapshot: (work) => busy(store.snapshot(work)),
      transaction: (work) =>
        busy(
          store.transaction(async (rows) => {
            const result = await work(rows);
            if (this.crashNext) {
              this.crashNext = false;
              throw new ServerCrash('before the commit');
            }
            return result;
          }),
        ),
    };
  }
}

const epochOf = (number: number): string => `e0000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
