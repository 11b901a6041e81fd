import { createContext, use } from 'react';
import { assert } from '#shared/assert.ts';
import type { DeskApp } from './commands/desk-app.ts';

/** The running app, for hooks only. */
export const AppContext = createContext<DeskApp | null>(null);

export const useApp = (): DeskApp => {
  const app = use(AppContext);
  assert(app, 'hooks run inside AppContext');
  return app;
};
