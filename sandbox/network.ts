import type { CivilDay } from '#shared/domain/civil-day.ts';
import type { Vocabulary } from '#shared/domain/vocabulary.ts';
import type { BlobShelf } from './blob-shelf.ts';
import type { News } from './news.ts';
import type { ServerStore } from './store.ts';
import type { TemplateShelf } from './template-shelf.ts';

/** What the services work with; time is passed in. */
export type Network = {
  readonly store: ServerStore;
  /** The bytes of attachments. */
  readonly blobs: BlobShelf;
  /** Tells readers that wait. */
  readonly news: News;
  /** New after a restore from backup: clients then begin again. */
  readonly epoch: string;
  readonly templates: TemplateShelf;
  readonly vocabulary: Vocabulary;
  /** Days of the coming meetings of the Steering Committee; undefined: this Network does not tell them. */
  readonly meetings?: readonly CivilDay[] | undefined;
  /** Milliseconds since 1970. */
  readonly now: () => number;
};
