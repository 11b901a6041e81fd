import './export-menu.css';
import { Download, Usb } from 'lucide-react';
import { useId, useState } from 'react';
import { DialogTrigger } from 'react-aria-components/Dialog';
import { Popover } from 'react-aria-components/Popover';
import { FormattedMessage, useIntl } from 'react-intl';
import type { CopyChoice, CopyFormat, CopyOutcome, PartlySaved } from '#renderer/commands/copy-choice.ts';
import { Button } from '#renderer/components/button.tsx';
import { Checkbox } from '#renderer/components/checkbox.tsx';
import { Select } from '#renderer/components/select.tsx';
import type { DocKind } from '#shared/domain/document.ts';
import { type Language, languages } from '#shared/domain/template.ts';
import { type CopyFormatEntry, copyFormats } from './copy-formats.ts';
import { ExportFormatButton } from './export-format-button.tsx';

type ExportMenuProps = {
  readonly kind: DocKind;
  /** Whether a PDF is made without the print dialog. */
  readonly makesPdf: boolean;
  readonly onExport: (format: CopyFormat, choice: CopyChoice) => Promise<CopyOutcome | PartlySaved>;
  /** Goes to where a colleague's bundle is made. */
  readonly onHandOver: () => void;
};

/** Each language by its own name. */
const ownNames: Readonly<Record<Language, string>> = {
  ar: 'العربية',
  zh: '中文',
  en: 'English',
  fr: 'français',
  ru: 'русский',
  es: 'español',
};

const failed: ReadonlySet<CopyOutcome> = new Set(['not-written', 'not-made', 'not-here']);

/** The ways out for this document, and what goes into the copy. Contact persons only when asked for. */
export const ExportMenu = ({ kind, makesPdf, onExport, onHandOver }: ExportMenuProps) => {
  const { formatMessage, formatList } = useIntl();
  const titleId = useId();
  const [withContacts, setWithContacts] = useState(false);
  const [answeredOnly, setAnsweredOnly] = useState(false);
  const [language, setLanguage] = useState<Language | null>(null);
  const [busy, setBusy] = useState<CopyFormat | null>(null);
  const [outcome, setOutcome] = useState<CopyOutcome | PartlySaved | null>(null);

  const run = async (format: CopyFormat) => {
    if (busy !== null) return;
    setBusy(format);
    setOutcome(null);
    const unanswered = answeredOnly ? 'omit' : 'dash';
    setOutcome(await onExport(format, { withContacts, unanswered, language }));
    setBusy(null);
  };
  const hasKind = ({ kinds }: CopyFormatEntry): boolean => kinds === undefined || kinds.includes(kind);

  return (
    <DialogTrigger
      onOpenChange={(isOpen) => {
        // A copy with contacts is asked for each time anew.
        if (isOpen) {
          setWithContacts(false);
          setOutcome(null);
        }
      }}
    >
      <Button
        variant="secondary"
        icon={Download}
        isBusy={busy !== null}
        busyLabel={formatMessage({ id: 'export.busy' })}
      >
        <span className="editor-export-word">
          <FormattedMessage id="export.open" />
        </span>
      </Button>
      {/* The popover is the dialog: one within it would leave the way out for screen readers outside of it. */}
      <Popover className="export-popover" placement="bottom end" offset={4} aria-labelledby={titleId}>
        <div className="export-menu">
          <h2 className="export-title" id={titleId}>
            <FormattedMessage id="export.title" />
          </h2>
          <ul className="export-formats" aria-label={formatMessage({ id: 'export.formats' })}>
            {copyFormats.filter(hasKind).map((entry) => (
              <li key={entry.id}>
                <ExportFormatButton
                  icon={entry.icon}
                  name={formatMessage({ id: entry.name })}
                  hint={formatMessage({ id: (makesPdf ? undefined : entry.hintWithoutPdf) ?? entry.hint })}
                  isBusy={busy === entry.id}
                  onPress={() => void run(entry.id)}
                />
              </li>
            ))}
            <li>
              <ExportFormatButton
                icon={Usb}
                name={formatMessage({ id: 'export.handOver' })}
                hint={formatMessage({ id: 'export.handOver.hint' })}
                isBusy={false}
                onPress={onHandOver}
              />
            </li>
          </ul>
          <div className="export-choices">
            <Checkbox isSelected={withContacts} onChange={setWithContacts}>
              <FormattedMessage id="export.contacts" />
            </Checkbox>
            <p className="export-help">
              <FormattedMessage id="export.contacts.help" />
            </p>
            <Checkbox isSelected={answeredOnly} onChange={setAnsweredOnly}>
              <FormattedMessage id="export.answeredOnly" />
            </Checkbox>
            <Select
              label={<FormattedMessage id="export.language" />}
              help={<FormattedMessage id="export.language.help" />}
              value={language ?? 'own'}
              options={[
                { value: 'own', label: formatMessage({ id: 'export.language.own' }) },
                ...languages.map((one) => ({ value: one, label: ownNames[one] })),
              ]}
              onChange={(value) => setLanguage(languages.find((one) => one === value) ?? null)}
            />
          </div>
          <p
            className="export-outcome"
            role="status"
            data-failed={(typeof outcome === 'string' && failed.has(outcome)) || undefined}
          >
            {busy !== null && <FormattedMessage id="export.busy" />}
            {outcome !== null && typeof outcome !== 'string' && (
              <FormattedMessage
                id="export.outcome.saved-partly"
                values={{ fields: formatList(outcome.leftOut, { type: 'unit' }) }}
              />
            )}
            {typeof outcome === 'string' && (
              <FormattedMessage
                id={
                  outcome === 'saved' && !makesPdf
                    ? 'export.outcome.saved.browser'
                    : `export.outcome.${outcome}`
                }
              />
            )}
          </p>
        </div>
      </Popover>
    </DialogTrigger>
  );
};
