import './attachments-field.css';
import { Paperclip, Plus, Trash2 } from 'lucide-react';
import { type DragEvent, useState } from 'react';
import { FileTrigger } from 'react-aria-components/FileTrigger';
import { FormattedList, FormattedMessage, useIntl } from 'react-intl';
import type { FileRefusal, FileView } from '#renderer/commands/files.ts';
import { Button } from '#renderer/components/button.tsx';
import { Icon } from '#renderer/components/icon.tsx';
import { IconButton } from '#renderer/components/icon-button.tsx';
import { onDemand } from '#renderer/components/on-demand.tsx';
import { ProgressBar } from '#renderer/components/progress-bar.tsx';
import { sizeText } from '#renderer/components/size-text.ts';
import { failureText } from '#renderer/error-text.ts';
import { useCommands } from '#renderer/hooks/use-commands.ts';
import { useValuesWithin } from '#renderer/hooks/use-document.ts';
import { useFiles, useUpload } from '#renderer/hooks/use-files.ts';
import { useSyncState } from '#renderer/hooks/use-sync-state.ts';
import { attachmentItem, attachmentsIn } from '#shared/domain/attachment.ts';
import { rootOf } from '#shared/domain/field-path.ts';
import type { ControlProps, FieldOf } from '../control-props.ts';
import { useEditor } from '../editor-context.ts';

const megabyte = 1_048_576;

/** Half a megabyte of code that most people never need. */
const PdfPreview = onDemand(() => import('./pdf-preview.tsx').then((module) => module.PdfPreview), null);

type Refused = { readonly name: string; readonly why: FileRefusal };

/** The words for a file that was not added. */
const useRefusalText = () => {
  const intl = useIntl();
  return ({ name, why }: Refused): string =>
    intl.formatMessage(
      { id: `fields.attachments.refused.${why.code}` },
      {
        name,
        megabytes: why.code === 'too-large' ? Math.floor(why.maxBytes / megabyte) : 0,
        types: why.code === 'wrong-type' ? why.types.join(', ') : '',
        reason: why.code === 'store' ? failureText(intl, why.failure).what : '',
      },
    );
};

const FileRow = ({ file, onRemove }: { readonly file: FileView; readonly onRemove: (() => void) | null }) => {
  const intl = useIntl();
  const commands = useCommands();
  const sync = useSyncState();
  const upload = useUpload();
  const [picture, setPicture] = useState<string | null>(null);
  const [pdf, setPdf] = useState<Uint8Array<ArrayBuffer> | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const sending = upload !== null && upload.sha256 === file.sha256 ? upload : null;
  const percent = sending === null ? 0 : Math.floor((100 * sending.sentBytes) / sending.totalBytes);
  const state =
    sending !== null
      ? 'sending'
      : !file.isHere
        ? 'elsewhere'
        : file.isSent
          ? 'sent'
          : sync.state === 'local-only'
            ? 'local'
            : 'waits';
  const isPdf = file.type === 'application/pdf';
  const isShown = picture !== null || pdf !== null;
  const show = async () => {
    if (isShown) {
      if (picture !== null) URL.revokeObjectURL(picture);
      setPicture(null);
      setPdf(null);
      return;
    }
    setBusy(true);
    const bytes = await commands.fileBytes(file);
    setBusy(false);
    if (!bytes.ok) setFailure(failureText(intl, bytes.error).what);
    else if (isPdf) setPdf(bytes.value);
    else setPicture(URL.createObjectURL(new Blob([bytes.value], { type: file.type })));
  };
  const save = async () => {
    setBusy(true);
    setFailure(null);
    const saved = await commands.saveAttachment(file);
    setBusy(false);
    if (!saved.ok) setFailure(failureText(intl, saved.error).what);
    else if (saved.value === 'failed') {
      setFailure(intl.formatMessage({ id: 'fields.attachments.notSaved' }));
    }
  };
  return (
    <li className="file">
      <Icon of={Paperclip} />
      <div className="file-words">
        <p className="file-name" dir="auto">
          {file.name}
        </p>
        <p className="file-state">
          {sizeText(intl, file.sizeBytes)}
          {' · '}
          <FormattedMessage id={`fields.attachments.state.${state}`} values={{ percent }} />
        </p>
        {sending !== null && (
          <ProgressBar
            label={intl.formatMessage({ id: 'fields.attachments.state.sending' }, { percent })}
            value={sending.sentBytes}
            max={sending.totalBytes}
          />
        )}
        {failure !== null && (
          <p className="field-notice" role="alert">
            {failure}
          </p>
        )}
        {picture !== null && (
          <img
            className="file-picture"
            src={picture}
            alt={intl.formatMessage({ id: 'fields.attachments.image' }, { name: file.name })}
          />
        )}
        {pdf !== null && <PdfPreview name={file.name} bytes={pdf} />}
      </div>
      <div className="file-actions">
        {(isPdf || file.type.startsWith('image/')) && (
          <Button
            variant="quiet"
            isBusy={isBusy}
            busyLabel={intl.formatMessage({ id: 'fields.attachments.fetching' })}
            onPress={() => void show()}
          >
            <FormattedMessage id={isShown ? 'fields.attachments.hide' : 'fields.attachments.preview'} />
          </Button>
        )}
        <Button
          variant="quiet"
          isBusy={isBusy}
          busyLabel={intl.formatMessage({ id: 'fields.attachments.fetching' })}
          onPress={() => void save()}
        >
          <FormattedMessage id="fields.attachments.save" />
        </Button>
        {onRemove !== null && (
          <IconButton
            label={intl.formatMessage({ id: 'fields.attachments.remove' }, { name: file.name })}
            icon={Trash2}
            onPress={onRemove}
          />
        )}
      </div>
    </li>
  );
};

/** Files of a document: chosen or dropped, kept sealed on this laptop, sent when nothing else waits. */
export const AttachmentsField = ({
  field,
  path,
  controlId,
  labelId,
  describedBy,
}: ControlProps<FieldOf<'attachments'>>) => {
  const { session, isReadOnly, leave } = useEditor();
  const values = useValuesWithin(session, [rootOf(path)]);
  const commands = useCommands();
  const intl = useIntl();
  const refusalText = useRefusalText();
  const [refused, setRefused] = useState<readonly Refused[]>([]);
  const [isOver, setOver] = useState(false);
  const files = useFiles(attachmentsIn(values, path));
  const add = async (chosen: readonly File[]) => {
    const why: Refused[] = [];
    for (const file of chosen) {
      const bytes = async () => new Uint8Array(await file.arrayBuffer());
      const added = await commands.addFile(session, field, path, {
        name: file.name,
        sizeBytes: file.size,
        bytes,
      });
      if (!added.ok) why.push({ name: file.name, why: added.error });
    }
    setRefused(why);
    leave(path);
  };
  const onDrop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    if (!isReadOnly) void add([...event.dataTransfer.files]);
  };
  return (
    // biome-ignore lint/a11y/noNoninteractiveElementInteractions: dropping is one more way; the chooser below does the same by keyboard.
    <fieldset
      className="attachments"
      aria-labelledby={labelId}
      data-over={isOver || undefined}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(!isReadOnly);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={onDrop}
    >
      {files.length > 0 && (
        <ul className="files" aria-label={intl.formatMessage({ id: 'fields.attachments.list' })}>
          {files.map((file) => (
            <FileRow
              key={file.sha256}
              file={file}
              onRemove={isReadOnly ? null : () => session.removeItem(path, attachmentItem(file.sha256))}
            />
          ))}
        </ul>
      )}
      {!isReadOnly && (
        <>
          <p className="attachments-help">
            <FormattedMessage
              id="fields.attachments.drop"
              values={{
                types: <FormattedList type="disjunction" value={field.fileTypes} />,
                megabytes: Math.floor(field.maxBytes / megabyte),
              }}
            />
          </p>
          <FileTrigger
            allowsMultiple
            acceptedFileTypes={field.fileTypes.map((type) => `.${type}`)}
            onSelect={(chosen) => void add([...(chosen ?? [])])}
          >
            <Button variant="secondary" icon={Plus} id={controlId} describedBy={describedBy}>
              <FormattedMessage id="fields.attachments.choose" />
            </Button>
          </FileTrigger>
        </>
      )}
      {refused.map((one) => (
        <p className="field-notice" role="alert" key={one.name}>
          {refusalText(one)}
        </p>
      ))}
    </fieldset>
  );
};
