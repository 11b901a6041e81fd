import { Download } from 'lucide-react';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { Button } from '#renderer/components/button.tsx';
import { sizeText } from '#renderer/components/size-text.ts';
import { useCommands } from '#renderer/hooks/use-commands.ts';
import { useStorageUsed } from '#renderer/hooks/use-storage-used.ts';

/** A copy of everything in one file, and how much room the documents take. */
export const CopiesPart = () => {
  const intl = useIntl();
  const commands = useCommands();
  const storage = useStorageUsed();
  const [outcome, setOutcome] = useState<'none' | 'busy' | 'saved' | 'cancelled' | 'failed'>('none');
  const exportAll = async () => {
    setOutcome('busy');
    setOutcome(await commands.exportAll());
  };
  return (
    <div className="settings-fields">
      <p className="settings-quiet">
        <FormattedMessage id="settings.export.text" />
      </p>
      <div className="settings-action">
        <Button
          variant="secondary"
          icon={Download}
          isBusy={outcome === 'busy'}
          busyLabel={intl.formatMessage({ id: 'settings.export.busy' })}
          onPress={() => void exportAll()}
        >
          <FormattedMessage id="settings.export" />
        </Button>
        <span role="status">
          {(outcome === 'saved' || outcome === 'failed') && (
            <FormattedMessage id={`settings.export.${outcome}`} />
          )}
        </span>
      </div>
      {storage !== null && (
        <p className="settings-quiet">
          <FormattedMessage
            id="settings.storage"
            values={{
              used: sizeText(intl, storage.usedBytes),
              allowed: sizeText(intl, storage.allowedBytes),
            }}
          />
          {storage.files.count > 0 && (
            <>
              {' '}
              <FormattedMessage
                id="settings.storage.files"
                values={{ count: storage.files.count, size: sizeText(intl, storage.files.bytes) }}
              />
            </>
          )}
        </p>
      )}
    </div>
  );
};
