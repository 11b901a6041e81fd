import type { EventEmitter } from 'node:events';

/** Emits an event that a listener can prevent, as Electron's are; true when nobody did. */
export function allowed(emitter: EventEmitter, name: string, ...rest: unknown[]): boolean {
  const event = {
    defaultPrevented: false,
    preventDefault: () => {
      event.defaultPrevented = true;
    },
  };
  emitter.emit(name, event, ...rest);
  return !event.defaultPrevented;
}
