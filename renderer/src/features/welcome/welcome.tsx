import './welcome.css';
import type { LucideIcon } from 'lucide-react';
import { ChevronRight, GraduationCap, PenLine } from 'lucide-react';
import { type ReactNode, useRef, useState } from 'react';
import { Button } from 'react-aria-components/Button';
import { FormattedMessage, useIntl } from 'react-intl';
import type { SpaceKind } from '#renderer/commands/app-state.ts';
import type { Profile } from '#renderer/commands/profile.ts';
import { BrandMark } from '#renderer/components/brand-mark.tsx';
import { ComboBox } from '#renderer/components/combo-box.tsx';
import { Icon } from '#renderer/components/icon.tsx';
import { Note } from '#renderer/components/note.tsx';
import { NumberedPage, NumberedPart } from '#renderer/components/numbered-page.tsx';
import { RadioSegments } from '#renderer/components/radio-segments.tsx';
import { TextInput } from '#renderer/components/text-input.tsx';
import { failureText } from '#renderer/error-text.ts';
import { useAbout } from '#renderer/hooks/use-about.ts';
import { useCommands } from '#renderer/hooks/use-commands.ts';
import { usePreferences } from '#renderer/hooks/use-profile.ts';
import { useVocabulary } from '#renderer/hooks/use-vocabulary.ts';
import { useLocalized } from '#renderer/i18n/use-localized.ts';
import type { Failure } from '#shared/errors.ts';
import { gapsOf, isComplete, tidyProfile } from './profile-draft.ts';

const promises = ['lost', 'stands', 'yours'] as const;
const longestLine = 300;

/** Their own names, whatever the language of the screens: somebody who cannot read it must find theirs. */
const languageNames = { en: 'English', es: 'Español' } as const;
type Offered = keyof typeof languageNames;

type StartProps = {
  readonly space: SpaceKind;
  readonly icon: LucideIcon;
  readonly onStart: (space: SpaceKind) => void;
  readonly isBusy: boolean;
};

const Start = ({ space, icon, onStart, isBusy }: StartProps) => (
  <Button
    className="welcome-start"
    onPress={() => {
      if (!isBusy) onStart(space);
    }}
    {...(isBusy && { 'aria-disabled': true })}
  >
    <Icon of={icon} />
    <span>
      <strong>
        <FormattedMessage id={`welcome.start.${space}`} />
      </strong>
      <small>
        <FormattedMessage id={`welcome.start.${space}.text`} />
      </small>
    </span>
    <Icon of={ChevronRight} mirrors />
  </Button>
);

const Aside = ({ foot }: { readonly foot: ReactNode }) => (
  <aside className="welcome-aside">
    <p className="welcome-brand">
      <BrandMark />
      <FormattedMessage id="frame.app" />
    </p>
    <ul className="welcome-promises">
      {promises.map((promise) => (
        <li key={promise}>
          <strong>
            <FormattedMessage id={`welcome.promise.${promise}`} />
          </strong>
          <FormattedMessage id={`welcome.promise.${promise}.text`} />
        </li>
      ))}
    </ul>
    <p className="welcome-foot">{foot}</p>
  </aside>
);

/** The first minute: language, who writes, how to start. */
export const Welcome = () => {
  const intl = useIntl();
  const commands = useCommands();
  const { language } = usePreferences();
  const { countries } = useVocabulary();
  const localized = useLocalized();
  const { about } = useAbout();
  const [profile, setProfile] = useState<Profile>({ name: '', organization: '', country: '' });
  const [attempt, setAttempt] = useState<'none' | 'incomplete' | 'starting' | Failure>('none');
  const aboutYou = useRef<HTMLDivElement>(null);

  const gaps = gapsOf(profile);
  const saysGaps = attempt === 'incomplete';
  const change = (part: Partial<Profile>) => setProfile({ ...profile, ...part });

  const start = async (space: SpaceKind) => {
    if (!isComplete(gaps)) {
      setAttempt('incomplete');
      const place = gaps.name ? 'name' : 'organization';
      aboutYou.current?.querySelector<HTMLInputElement>(`input[name="${place}"]`)?.focus();
      return;
    }
    setAttempt('starting');
    const started = await commands.start(space, tidyProfile(profile));
    if (!started.ok) setAttempt(started.error);
  };
  const onStart = (space: SpaceKind) => void start(space);
  const isBusy = attempt === 'starting';

  return (
    <div className="welcome">
      <Aside
        foot={about !== null && <FormattedMessage id="welcome.foot" values={{ version: about.version }} />}
      />
      <main className="welcome-main">
        <NumberedPage>
          <NumberedPart>
            <h1 className="welcome-title">
              <FormattedMessage id="welcome.title" />
            </h1>
          </NumberedPart>
          <NumberedPart
            number={1}
            title={<FormattedMessage id="welcome.language" />}
            help={<FormattedMessage id="welcome.language.help" />}
          >
            <RadioSegments
              label={<span className="unseen">{intl.formatMessage({ id: 'welcome.language' })}</span>}
              value={language}
              onChange={(value) => commands.setPreferences({ language: value as Offered })}
              options={(Object.keys(languageNames) as Offered[]).map((value) => ({
                value,
                label: languageNames[value],
              }))}
            />
          </NumberedPart>
          <NumberedPart
            number={2}
            title={<FormattedMessage id="welcome.you" />}
            aside={<FormattedMessage id="welcome.you.aside" />}
          >
            <div className="welcome-you" ref={aboutYou}>
              <TextInput
                label={<FormattedMessage id="welcome.name" />}
                name="name"
                autoComplete="name"
                value={profile.name}
                onChange={(name) => change({ name })}
                maxLength={longestLine}
                isRequired
                {...(saysGaps && gaps.name && { error: <FormattedMessage id="welcome.name.missing" /> })}
              />
              <ComboBox
                label={<FormattedMessage id="welcome.country" />}
                value={profile.country}
                onChange={(country) => change({ country })}
                options={countries.map(({ code, name }) => ({ value: code, label: localized(name) }))}
                isOptional
              />
              <div className="welcome-organization">
                <TextInput
                  label={<FormattedMessage id="welcome.organization" />}
                  name="organization"
                  autoComplete="organization"
                  value={profile.organization}
                  onChange={(organization) => change({ organization })}
                  maxLength={longestLine}
                  isRequired
                  {...(saysGaps &&
                    gaps.organization && {
                      error: <FormattedMessage id="welcome.organization.missing" />,
                    })}
                />
              </div>
            </div>
          </NumberedPart>
          <NumberedPart number={3} title={<FormattedMessage id="welcome.start" />}>
            <div className="welcome-starts">
              <Start space="training" icon={GraduationCap} onStart={onStart} isBusy={isBusy} />
              <Start space="local" icon={PenLine} onStart={onStart} isBusy={isBusy} />
            </div>
            <p className="welcome-later">
              <FormattedMessage id="welcome.later" />
            </p>
            {typeof attempt === 'object' && (
              <div role="alert">
                <Note tone="error">
                  <strong>{failureText(intl, attempt).what}</strong> {failureText(intl, attempt).next}
                </Note>
              </div>
            )}
          </NumberedPart>
        </NumberedPage>
      </main>
    </div>
  );
};
