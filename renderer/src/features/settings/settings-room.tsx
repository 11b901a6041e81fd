import './settings.css';
import type { ReactNode } from 'react';
import { FormattedMessage } from 'react-intl';
import { NumberedPage, NumberedPart } from '#renderer/components/numbered-page.tsx';
import { RoomHeader } from '#renderer/components/room-header.tsx';
import { useAbout } from '#renderer/hooks/use-about.ts';
import { useAppState } from '#renderer/hooks/use-app-state.ts';
import { ServerPart, SpacePart } from './connection-part.tsx';
import { CopiesPart } from './copies-part.tsx';
import { FormsPart } from './forms-part.tsx';
import { LanguagePart, LookPart } from './look-part.tsx';
import { MeetingsPart } from './meetings-part.tsx';
import { ProfilePart } from './profile-part.tsx';
import { ProtectionPart } from './protection-part.tsx';

/** Who writes, how it looks, how it is locked, where it goes, what it takes. */
export const SettingsRoom = ({ mark }: { readonly mark: ReactNode }) => {
  const state = useAppState();
  const { about, again } = useAbout();
  if (state.state !== 'ready') return null;
  return (
    <>
      <RoomHeader title={<FormattedMessage id="settings.title" />} mark={mark} />
      <div className="settings-sheet">
        <NumberedPage>
          <NumberedPart
            number={1}
            title={<FormattedMessage id="settings.profile" />}
            aside={<FormattedMessage id="settings.profile.aside" />}
          >
            <ProfilePart />
          </NumberedPart>
          <NumberedPart
            number={2}
            title={<FormattedMessage id="settings.language" />}
            help={<FormattedMessage id="settings.language.help" />}
          >
            <LanguagePart />
          </NumberedPart>
          <NumberedPart number={3} title={<FormattedMessage id="settings.look" />}>
            <LookPart />
          </NumberedPart>
          <NumberedPart number={4} title={<FormattedMessage id="settings.protection" />}>
            <ProtectionPart
              space={state.space}
              protection={state.protection}
              canSetPassphrase={about?.canSetPassphrase ?? false}
            />
          </NumberedPart>
          <NumberedPart
            number={5}
            title={<FormattedMessage id="settings.space" />}
            help={<FormattedMessage id="settings.space.help" />}
          >
            <SpacePart space={state.space} />
          </NumberedPart>
          <NumberedPart number={6} title={<FormattedMessage id="settings.server" />}>
            {about !== null && <ServerPart about={about} onChanged={again} />}
          </NumberedPart>
          <NumberedPart number={7} title={<FormattedMessage id="settings.copies" />}>
            <CopiesPart />
          </NumberedPart>
          <NumberedPart
            number={8}
            title={<FormattedMessage id="meetings.title" />}
            help={<FormattedMessage id="meetings.help" />}
          >
            <MeetingsPart />
          </NumberedPart>
          <NumberedPart
            number={9}
            title={<FormattedMessage id="settings.forms" />}
            help={<FormattedMessage id="settings.forms.help" />}
          >
            <FormsPart />
          </NumberedPart>
          <NumberedPart number={10} title={<FormattedMessage id="settings.about" />}>
            {about !== null && (
              <dl className="numbered-facts">
                <dt>
                  <FormattedMessage id="settings.about.version" />
                </dt>
                <dd className="isolate">{about.version}</dd>
                <dt>
                  <FormattedMessage id="settings.about.edition" />
                </dt>
                <dd>
                  <FormattedMessage id={`settings.about.edition.${about.edition}`} />
                </dd>
                <dt>
                  <FormattedMessage id="settings.about.system" />
                </dt>
                <dd className="isolate">{about.platform}</dd>
              </dl>
            )}
          </NumberedPart>
        </NumberedPage>
      </div>
    </>
  );
};
