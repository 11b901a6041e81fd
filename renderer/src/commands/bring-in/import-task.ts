import type { DocumentDraft, ImportError } from '#shared/import/import-result.ts';
import type { AmountCustom } from '#shared/import/read-amount.ts';
import type { ImportPreview, ImportRequest } from '#shared/import/read-import.ts';
import type { PieceChoices } from '#shared/import/word-draft.ts';
import type { Placement, WordPiece } from '#shared/import/word-pieces.ts';
import type { Result } from '#shared/result.ts';

/** What the reader's worker is asked to do. */
export type ImportTask =
  | { readonly do: 'read'; readonly request: ImportRequest }
  | {
      readonly do: 'word-draft';
      /** Without its bytes. */
      readonly request: ImportRequest;
      readonly kind: string;
      readonly pieces: readonly WordPiece[];
      readonly amounts: AmountCustom;
      readonly placed: ReadonlyMap<number, Placement>;
      readonly choices: PieceChoices;
    };

/** What it answers. */
export type ImportAnswer =
  | { readonly what: 'preview'; readonly result: Result<ImportPreview, ImportError> }
  | { readonly what: 'draft'; readonly draft: DocumentDraft };
