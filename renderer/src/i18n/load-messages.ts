import type { MessageFormatElement } from 'react-intl';
import type { MessageId } from './message-id.ts';
import type { ScreenLanguage } from './screen-language.ts';

/** The compiled messages of one language. */
export type Messages = Record<MessageId, MessageFormatElement[]>;

const load = async (language: ScreenLanguage): Promise<Messages> => {
  switch (language) {
    case 'en':
      return (await import('virtual:messages/en')).messages;
    case 'es':
      return (await import('virtual:messages/es')).messages;
    case 'en-XB':
      return (await import('virtual:messages/en-XB')).messages;
  }
};

const begun = new Map<ScreenLanguage, Promise<Messages>>();

/** The messages of a language, fetched once; always the same promise. */
export const loadMessages = (language: ScreenLanguage): Promise<Messages> => {
  const known = begun.get(language);
  if (known !== undefined) return known;
  const promise = load(language);
  begun.set(language, promise);
  return promise;
};
