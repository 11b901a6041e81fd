import { useEffect, useState } from 'react';
import { useCommands } from '#renderer/hooks/use-commands.ts';
import type { ImportWarning } from '#shared/import/import-result.ts';
import type { DecimalSign } from '#shared/import/read-amount.ts';
import type { ImportPreview } from '#shared/import/read-import.ts';
import type { PieceChoices } from '#shared/import/word-draft.ts';

const none: readonly ImportWarning[] = [];

/** What the draft of a Word file would say of the answers as they are placed now. */
export const useDraftRemarks = (
  name: string,
  preview: Extract<ImportPreview, { what: 'word' }>,
  choices: PieceChoices,
  decimal: DecimalSign | null,
): readonly ImportWarning[] => {
  const commands = useCommands();
  const [remarks, setRemarks] = useState(none);
  useEffect(() => {
    let isOver = false;
    void commands.wordDraft(name, preview, choices, decimal).then((draft) => {
      if (!isOver && draft.ok) setRemarks(draft.value.warnings);
    });
    return () => {
      isOver = true;
    };
  }, [commands, name, preview, choices, decimal]);
  return remarks;
};
