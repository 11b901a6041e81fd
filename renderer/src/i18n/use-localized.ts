import { useCallback } from 'react';
import { useIntl } from 'react-intl';
import { type Localized, localized } from '#shared/domain/template.ts';

/** Reads a text of a template or of the vocabulary in the language of the screens. */
export const useLocalized = (): ((text: Localized) => string) => {
  const { locale } = useIntl();
  return useCallback((text: Localized) => localized(text, locale), [locale]);
};
