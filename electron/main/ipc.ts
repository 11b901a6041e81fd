import type { IpcMain, IpcMainInvokeEvent } from 'electron';
import type * as z from 'zod/mini';
import { type Answer, type Argument, type Channel, channels } from '#shared/ipc/channels.ts';
import type { IsOwnAddress } from './app-origin.ts';
import type { Log } from './logger.ts';

/** One handler per channel; the compiler misses none. */
export type Handlers = {
  readonly [C in Channel]: (argument: Argument<C>) => Answer<C> | Promise<Answer<C>>;
};

/** Thrown by a handler for an argument that fits its schema and still asks for what may not be done. */
export class BadArgument extends Error {}

/** What the window is told when a call is refused; the cause stays in the log. */
export type IpcRefusal = 'ipc-sender-refused' | 'ipc-bad-argument' | 'ipc-failed';

const refusal = (code: IpcRefusal, detail = ''): Error =>
  new Error(detail === '' ? code : `${code}: ${detail}`);

/** Where and why an argument does not fit, never what it was. */
const firstIssue = (error: z.core.$ZodError): string => {
  const issue = error.issues[0];
  return issue === undefined ? '' : `${issue.path.join('.') || 'argument'} ${issue.code}`;
};

/**
 * Opens every channel of the table. A call passes only from the top frame of one of our own pages and with an
 * argument that fits the schema; what does not pass is refused with a named error and reaches no handler.
 */
export function openChannels(
  ipcMain: Pick<IpcMain, 'handle'>,
  handlers: Handlers,
  { isOwnAddress, log }: { readonly isOwnAddress: IsOwnAddress; readonly log: Log },
): void {
  const isOwnTopFrame = ({ senderFrame }: IpcMainInvokeEvent): boolean =>
    senderFrame !== null && senderFrame.parent === null && isOwnAddress(senderFrame.url);

  const open = <C extends Channel>(channel: C): void => {
    const schema: z.ZodMiniType<Argument<C>> = channels[channel].argument as never;
    ipcMain.handle(channel, async (event, argument: unknown) => {
      if (!isOwnTopFrame(event)) {
        log('warn', 'ipc-sender-refused', { channel });
        throw refusal('ipc-sender-refused');
      }
      const parsed = schema.safeParse(argument);
      if (!parsed.success) {
        const detail = firstIssue(parsed.error);
        log('warn', 'ipc-bad-argument', { channel, detail });
        throw refusal('ipc-bad-argument', detail);
      }
      try {
        return await handlers[channel](parsed.data);
      } catch (cause) {
        if (cause instanceof BadArgument) {
          log('warn', 'ipc-bad-argument', { channel, detail: cause.message });
          throw refusal('ipc-bad-argument', cause.message);
        }
        log('error', 'ipc-failed', { channel, cause: String(cause) });
        throw refusal('ipc-failed', channel);
      }
    });
  };
  for (const channel of Object.keys(channels) as Channel[]) open(channel);
}
