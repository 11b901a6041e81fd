import { useLayoutEffect, useSyncExternalStore } from 'react';
import type { Preferences } from '#renderer/commands/profile.ts';
import { directionOf } from '#renderer/i18n/screen-language.ts';

const questions = ['(prefers-contrast: more)', '(prefers-color-scheme: dark)'] as const;

const subscribe = (listener: () => void): (() => void) => {
  const lists = questions.map((question) => window.matchMedia(question));
  for (const list of lists) list.addEventListener('change', listener);
  return () => {
    for (const list of lists) list.removeEventListener('change', listener);
  };
};

/** What the system asks for; contrast before darkness. */
const systemTheme = (): 'light' | 'dark' | 'contrast' => {
  if (window.matchMedia(questions[0]).matches) return 'contrast';
  return window.matchMedia(questions[1]).matches ? 'dark' : 'light';
};

/** Puts language, direction, colours, size of text and density on the document element. */
export const usePageSettings = ({ language, theme, textSize, density }: Preferences): void => {
  const system = useSyncExternalStore(subscribe, systemTheme);
  useLayoutEffect(() => {
    const page = document.documentElement;
    page.lang = language;
    page.dir = directionOf(language);
    page.dataset.theme = theme === 'system' ? system : theme;
    page.dataset.density = density;
    page.style.fontSize = `${textSize}%`;
  }, [language, theme, textSize, density, system]);
};
