import { type ReactNode, useEffect, useState } from 'react';
import { I18nProvider } from 'react-aria-components/I18nProvider';
import { IntlProvider } from 'react-intl';
import { loadMessages, type Messages } from './load-messages.ts';
import { ariaLocaleOf, localeOf, type ScreenLanguage } from './screen-language.ts';

/** A language whose messages are there. */
type Shown = { readonly language: ScreenLanguage; readonly messages: Messages };

const richText = {
  strong: (parts: readonly ReactNode[]) => <strong>{parts}</strong>,
  code: (parts: readonly ReactNode[]) => <span className="isolate">{parts}</span>,
};

/**
 * Gives everything below it the messages of a language; shows nothing until the first are there. A change
 * of language keeps the old words on the screen until the new ones are there. Without Suspense: React
 * would hold the first sight of the app back by 300 ms.
 */
export const AppIntl = ({ language, children }: { language: ScreenLanguage; children: ReactNode }) => {
  const [shown, setShown] = useState<Shown | null>(null);
  useEffect(() => {
    let isNewest = true;
    loadMessages(language).then(
      (messages) => {
        if (isNewest) setShown({ language, messages });
      },
      (error: unknown) =>
        setShown(() => {
          throw error;
        }),
    );
    return () => {
      isNewest = false;
    };
  }, [language]);
  return (
    shown && (
      <I18nProvider locale={ariaLocaleOf(shown.language)}>
        <IntlProvider
          locale={localeOf(shown.language)}
          defaultLocale="en"
          messages={shown.messages}
          defaultRichTextElements={richText}
        >
          {children}
        </IntlProvider>
      </I18nProvider>
    )
  );
};
