declare module 'virtual:messages/*' {
  import type { Messages } from '#renderer/i18n/load-messages.ts';

  export const messages: Messages;
}
