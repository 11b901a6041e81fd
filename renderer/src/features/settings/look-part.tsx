import { FormattedMessage, useIntl } from 'react-intl';
import { calendars, type Preferences } from '#renderer/commands/profile.ts';
import { RadioSegments } from '#renderer/components/radio-segments.tsx';
import { Select } from '#renderer/components/select.tsx';
import { useCommands } from '#renderer/hooks/use-commands.ts';
import { usePreferences } from '#renderer/hooks/use-profile.ts';

const languageNames = { en: 'English', es: 'Español' } as const;
const themes = ['system', 'light', 'dark', 'contrast'] as const;
const textSizes = [100, 125, 150, 200] as const;
const densities = ['comfortable', 'compact'] as const;

/** The language of the screens; each offered under its own name. */
export const LanguagePart = () => {
  const intl = useIntl();
  const commands = useCommands();
  const { language } = usePreferences();
  return (
    <RadioSegments
      label={<span className="unseen">{intl.formatMessage({ id: 'settings.language' })}</span>}
      value={language}
      onChange={(value) => commands.setPreferences({ language: value as Preferences['language'] })}
      options={Object.entries(languageNames).map(([value, label]) => ({ value, label }))}
    />
  );
};

/** Colours, size of the text, how close the lines stand, and the calendar of dates; each takes effect at once. */
export const LookPart = () => {
  const intl = useIntl();
  const commands = useCommands();
  const { theme, textSize, density, calendar } = usePreferences();
  return (
    <div className="settings-fields">
      <RadioSegments
        label={<FormattedMessage id="settings.theme" />}
        value={theme}
        onChange={(value) => commands.setPreferences({ theme: value as Preferences['theme'] })}
        options={themes.map((value) => ({
          value,
          label: intl.formatMessage({ id: `settings.theme.${value}` }),
        }))}
      />
      <RadioSegments
        label={<FormattedMessage id="settings.text-size" />}
        value={String(textSize)}
        onChange={(value) => commands.setPreferences({ textSize: Number(value) as Preferences['textSize'] })}
        options={textSizes.map((value) => ({
          value: String(value),
          label: intl.formatNumber(value / 100, { style: 'percent' }),
        }))}
      />
      <RadioSegments
        label={<FormattedMessage id="settings.density" />}
        value={density}
        onChange={(value) => commands.setPreferences({ density: value as Preferences['density'] })}
        options={densities.map((value) => ({
          value,
          label: intl.formatMessage({ id: `settings.density.${value}` }),
        }))}
      />
      <Select
        label={<FormattedMessage id="calendar.label" />}
        help={<FormattedMessage id="calendar.help" />}
        value={calendar}
        onChange={(value) => commands.setPreferences({ calendar: value as Preferences['calendar'] })}
        options={(['automatic', ...calendars] as const).map((value) => ({
          value,
          label: intl.formatMessage({ id: `calendar.${value}` }),
        }))}
      />
    </div>
  );
};
