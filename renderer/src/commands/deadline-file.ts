import type { Shell } from '#renderer/shell/shell.ts';
import { type CalendarDay, calendarFile } from '#shared/export/calendar-file.ts';

/** Saves a day as a calendar file of the person's choosing. `nowMs` in milliseconds since 1970, UTC. */
export const saveDeadline = async (
  shell: Pick<Shell, 'saveFile'>,
  name: string,
  day: CalendarDay,
  nowMs: number,
): Promise<'saved' | 'cancelled' | 'failed'> => {
  const bytes = new TextEncoder().encode(calendarFile(day, nowMs));
  return (await shell.saveFile(name, bytes)).outcome;
};
