import './history.css';
import { X } from 'lucide-react';
import { useEffect } from 'react';
import { useIntl } from 'react-intl';
import { IconButton } from '#renderer/components/icon-button.tsx';
import { failureText } from '#renderer/error-text.ts';
import { useCommands } from '#renderer/hooks/use-commands.ts';
import type { DocId } from '#shared/domain/ids.ts';
import { NameVersion } from './name-version.tsx';
import type { Keeping } from './use-reading.ts';

type KeepNoteProps = { readonly doc: DocId; readonly keeping: Keeping; readonly onClose: () => void };

/** After Ctrl+S: what was kept, and in the same place the offer to name it. */
export const KeepNote = ({ doc, keeping: { kept, at, turn }, onClose }: KeepNoteProps) => {
  const intl = useIntl();
  const commands = useCommands();
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !event.defaultPrevented && !event.isComposing) onClose();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [onClose]);
  const words = () => {
    if (!kept.ok) {
      const { what, next } = failureText(intl, kept.error);
      return `${intl.formatMessage({ id: 'history.notKept' })} ${what} ${next}`;
    }
    const { isNew, name } = kept.value;
    const time = intl.formatTime(at, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
    if (isNew) return intl.formatMessage({ id: 'history.kept' }, { time });
    return name === null
      ? intl.formatMessage({ id: 'history.keptAlready' })
      : intl.formatMessage({ id: 'history.keptAlreadyNamed' }, { name });
  };
  return (
    <div className="keep-note" data-failed={!kept.ok || undefined}>
      <p role="status">{words()}</p>
      {kept.ok && kept.value.name === null && (
        <NameVersion
          key={`${kept.value.seq} ${turn}`}
          name=""
          action={intl.formatMessage({ id: 'history.saveName' })}
          autoFocus
          onName={(name) => {
            void commands.nameVersion(doc, kept.value.seq, name).then((named) => {
              if (named.ok) onClose();
            });
          }}
        />
      )}
      <IconButton label={intl.formatMessage({ id: 'history.dismiss' })} icon={X} onPress={onClose} />
    </div>
  );
};
