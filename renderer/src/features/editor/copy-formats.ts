import { FileCode, FileDown, FileText, FileType, type LucideIcon, Mail, Printer, Send } from 'lucide-react';
import type { CopyFormat } from '#renderer/commands/copy-choice.ts';
import type { MessageId } from '#renderer/i18n/message-id.ts';
import type { DocKind } from '#shared/domain/document.ts';

/** One way out, as the Export list shows it. */
export type CopyFormatEntry = {
  readonly id: CopyFormat;
  readonly icon: LucideIcon;
  readonly name: MessageId;
  /** One line on what it is for; the second where the shell makes no PDF by itself. */
  readonly hint: MessageId;
  readonly hintWithoutPdf?: MessageId;
  /** Kinds of documents that have it; all without it. */
  readonly kinds?: readonly DocKind[];
};

/** The formats in the order of the list: the one table to add a button to (what it makes: `copy-makers.ts`). */
export const copyFormats: readonly CopyFormatEntry[] = [
  { id: 'word', icon: FileText, name: 'export.word', hint: 'export.word.hint' },
  {
    id: 'pdf',
    icon: FileType,
    name: 'export.pdf',
    hint: 'export.pdf.hint',
    hintWithoutPdf: 'export.pdf.hintBrowser',
  },
  { id: 'print', icon: Printer, name: 'export.print', hint: 'export.print.hint' },
  { id: 'email', icon: Mail, name: 'export.email', hint: 'export.email.hint' },
  {
    id: 'iati',
    icon: FileCode,
    name: 'export.iati',
    hint: 'export.iati.hint',
    kinds: ['concept-note'],
  },
  { id: 'webform', icon: Send, name: 'export.webform', hint: 'export.webform.hint', kinds: ['pledge'] },
  { id: 'json', icon: FileDown, name: 'export.copy', hint: 'export.copy.hint' },
];
