import * as z from 'zod/mini';
import type { DeviceSettings } from '#renderer/data/device-settings.ts';
import { hasJournal } from '#renderer/data/stores-on-disk.ts';
import type { Shell } from '#renderer/shell/shell.ts';
import { assert } from '#shared/assert.ts';
import type { Failure } from '#shared/errors.ts';
import type { Protection } from '#shared/ipc/channels.ts';
import { err, ok, type Result } from '#shared/result.ts';
import { type AppState, type SpaceKind, spaceKinds } from './app-state.ts';
import { tryStore } from './explain-failure.ts';
import { ExternalStore } from './external-store.ts';
import type { OpenDocuments } from './open-documents.ts';
import { longestLine, type Profile, profileSchema } from './profile.ts';
import type { Space } from './space.ts';

/** A space, the name of what it has on this laptop, and the server in force. */
export type SpacePlace = { readonly kind: SpaceKind; readonly name: string; readonly serverUrl: string };

/** Opens the store of a space with its key; rejects with the store's own error. */
export type OpenSpace = (place: SpacePlace, key: Uint8Array, protection: Protection) => Promise<Space>;

export type SpaceGateParts = {
  readonly shell: Shell;
  readonly settings: DeviceSettings;
  readonly openSpace: OpenSpace;
  /** Whether a space has a store on this laptop, whatever the settings remember. */
  readonly isOnDisk: (name: string) => Promise<boolean>;
  /** Removes the store of a space, so that it can be filled from the safety copy. */
  readonly deleteStore: (name: string) => Promise<void>;
};

const spaceKindSchema = z.enum(spaceKinds);
const emptyProfile: Profile = { name: '', organization: '', country: '' };

/**
 * Which space is open, whose it is, and how another comes in its place:
 *
 *     starting ─► welcome ─start─► ready ─switchSpace─► starting
 *        │                           ▲
 *        ├──► locked ──unlock────────┤
 *        └──► blocked ─retry, restore┘
 */
export class SpaceGate {
  readonly state = new ExternalStore<AppState>({ state: 'starting' });
  readonly space = new ExternalStore<Space | null>(null);
  readonly profile = new ExternalStore<Profile>(emptyProfile);
  readonly #parts: SpaceGateParts;
  readonly #documents: OpenDocuments;
  #attempted: SpaceKind = 'local';
  /** What the screens need besides a space; it comes while the store is opened. */
  #resources: Promise<void> = Promise.resolve();

  /** `documents`: what is open in rooms; it is saved and closed before its space is. */
  constructor(parts: SpaceGateParts, documents: OpenDocuments) {
    this.#parts = parts;
    this.#documents = documents;
  }

  /** The open space. A command runs only while there is one. */
  open(): Space {
    const space = this.space.get();
    assert(space, 'a command runs only while a space is open');
    return space;
  }

  /**
   * Opens the space that was open last; Welcome where there was none. The browser writes settings seconds late,
   * so that a kill soon after the first start forgets them: a store on the disk is then found by itself, and
   * somebody who has documents never meets an empty app. Neither a space nor Welcome is shown before `resources`.
   */
  async begin(resources: Promise<void>): Promise<void> {
    this.#resources = resources;
    // They may fail while the store is still being opened; what waits for them hears of it.
    resources.catch(() => undefined);
    const remembered = this.#parts.settings.read('space', spaceKindSchema);
    const last = remembered ?? (await this.#spaceOnDisk());
    if (last === undefined) {
      const answer = await tryStore(() => resources);
      if (answer.ok) this.state.set({ state: 'welcome' });
      else await this.#block(answer.error);
      return;
    }
    await this.#open(last);
    const space = this.space.get();
    const isEmpty = this.profile.get().name === '' && space?.index.getSnapshot()?.documents.length === 0;
    if (remembered !== undefined || !isEmpty) return;
    await this.#close();
    this.state.set({ state: 'welcome' });
  }

  async start(kind: SpaceKind, profile: Profile): Promise<Result<void, Failure>> {
    const opened = await this.#open(kind, profile);
    if (!opened.ok) return opened;
    return this.space.get() === null ? ok(undefined) : this.saveProfile(profile);
  }

  async unlock(passphrase: string): Promise<boolean> {
    const place = await this.#locate(this.#attempted);
    const key = await this.#parts.shell.unlock(place.name, passphrase);
    if (key === null) return false;
    await this.#openWithKey(place, key, 'passphrase');
    return true;
  }

  async retryStart(): Promise<void> {
    this.state.set({ state: 'starting' });
    await this.#open(this.#attempted);
  }

  async restoreStore(): Promise<Result<void, Failure>> {
    this.state.set({ state: 'starting' });
    const { kind, name } = await this.#locate(this.#attempted);
    const deleted = await tryStore(() => this.#parts.deleteStore(name));
    return deleted.ok ? this.#open(kind) : this.#block(deleted.error);
  }

  async switchSpace(kind: SpaceKind): Promise<Result<void, Failure>> {
    const profile = this.profile.get();
    const unsaved = await this.#documents.flush();
    if (unsaved !== null) return err(unsaved);
    await this.#close();
    return this.#open(kind, profile);
  }

  async saveProfile(profile: Profile): Promise<Result<void, Failure>> {
    const saved = await tryStore(() => this.#keepProfile(this.open(), profile));
    if (!saved.ok) return saved;
    this.profile.set(saved.value);
    return ok(undefined);
  }

  async setPassphrase(passphrase: string | null): Promise<boolean> {
    const space = this.open();
    const isSet = await this.#parts.shell.setPassphrase(space.name, space.key, passphrase);
    if (isSet) {
      const protection = passphrase === null ? 'none' : 'passphrase';
      this.state.set({ state: 'ready', space: space.kind, protection });
    }
    return isSet;
  }

  async setServer(url: string): Promise<Result<string, 'not-a-url' | 'not-https'>> {
    const before = await this.#locate('training');
    const answer = await this.#parts.shell.setServer(url);
    if (!answer.ok) return err(answer.code);
    const isAnother = (await this.#locate('training')).name !== before.name;
    if (isAnother && this.space.get()?.kind === 'training') await this.switchSpace('training');
    return ok(answer.serverUrl);
  }

  async #keepProfile({ meta }: Space, profile: Profile): Promise<Profile> {
    const kept: Profile = {
      name: profile.name.slice(0, longestLine),
      organization: profile.organization.slice(0, longestLine),
      country: profile.country,
    };
    await meta.write('profile', kept);
    return kept;
  }

  /** `first`: the profile of a space that has none; durable before anything else comes into the space. */
  async #open(kind: SpaceKind, first?: Profile): Promise<Result<void, Failure>> {
    this.#attempted = kind;
    const place = await this.#locate(kind);
    const key = await this.#parts.shell.spaceKey(place.name);
    switch (key.state) {
      case 'locked':
        this.state.set({ state: 'locked', space: kind });
        return ok(undefined);
      case 'failed':
        return this.#block({ code: key.code === 'disk-full' ? 'store-full' : 'key-unavailable' });
      case 'open':
        return this.#openWithKey(place, key.key, key.protection, first);
    }
  }

  async #openWithKey(
    place: SpacePlace,
    key: Uint8Array,
    protection: Protection,
    first?: Profile,
  ): Promise<Result<void, Failure>> {
    const opened = await tryStore(async () => {
      const space = await this.#parts.openSpace(place, key, protection);
      try {
        const profile = await space.meta.read('profile', profileSchema);
        await this.#resources;
        return { space, profile: profile ?? (first && (await this.#keepProfile(space, first))) };
      } catch (error) {
        space.close();
        throw error;
      }
    });
    if (!opened.ok) return this.#block(opened.error);
    const { space, profile } = opened.value;
    this.profile.set(profile ?? emptyProfile);
    this.space.set(space);
    this.#parts.settings.write('space', space.kind);
    this.state.set({ state: 'ready', space: space.kind, protection });
    space.sync?.start();
    return ok(undefined);
  }

  /** Another server is another space (CL13). */
  async #locate(kind: SpaceKind): Promise<SpacePlace> {
    const { serverUrl, networkSpace } = await this.#parts.shell.info();
    return { kind, name: kind === 'local' ? kind : networkSpace, serverUrl };
  }

  async #spaceOnDisk(): Promise<SpaceKind | undefined> {
    for (const kind of spaceKinds)
      if (await this.#parts.isOnDisk((await this.#locate(kind)).name)) return kind;
    return undefined;
  }

  async #block(failure: Failure): Promise<Result<void, Failure>> {
    const isDamaged = failure.code === 'store-unopenable' || failure.code === 'store-unreadable';
    const hasSafetyCopy =
      isDamaged && (await hasJournal(this.#parts.shell.journal, (await this.#locate(this.#attempted)).name));
    this.state.set({ state: 'blocked', failure, hasSafetyCopy });
    return err(failure);
  }

  async #close(): Promise<void> {
    const space = this.space.get();
    if (space === null) return;
    await this.#documents.closeAll();
    space.sync?.stop();
    this.state.set({ state: 'starting' });
    this.space.set(null);
    space.close();
  }
}
