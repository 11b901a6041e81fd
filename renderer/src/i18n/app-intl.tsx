import { type ReactNode, use, useDeferredValue } from 'react';
import { I18nProvider } from 'react-aria-components/I18nProvider';
import { IntlProvider } from 'react-intl';
import { loadMessages } from './load-messages.ts';
import { ariaLocaleOf, localeOf, type ScreenLanguage } from './screen-language.ts';

const richText = {
  strong: (parts: readonly ReactNode[]) => <strong>{parts}</strong>,
  code: (parts: readonly ReactNode[]) => <span className="isolate">{parts}</span>,
};

/**
 * Gives everything below it the messages of a language; suspends while they load. A change of language
 * keeps the old words on the screen until the new ones are there.
 */
export const AppIntl = ({ language, children }: { language: ScreenLanguage; children: ReactNode }) => {
  const shown = useDeferredValue(language);
  return (
    <I18nProvider locale={ariaLocaleOf(shown)}>
      <IntlProvider
        locale={localeOf(shown)}
        defaultLocale="en"
        messages={use(loadMessages(shown))}
        defaultRichTextElements={richText}
      >
        {children}
      </IntlProvider>
    </I18nProvider>
  );
};
