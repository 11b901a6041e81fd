import type * as z from 'zod/mini';

/** Small settings of this laptop, readable before any space is open; nothing personal goes here. */
export interface DeviceSettings {
  /** undefined when never written, or when what is there does not fit. */
  read<Schema extends z.ZodMiniType>(key: string, schema: Schema): z.infer<Schema> | undefined;
  write(key: string, value: unknown): void;
}

/** In localStorage, under `desk:`. A full or forbidden storage loses a preference, never a document. */
export const localDeviceSettings = (storage: Storage): DeviceSettings => ({
  read(key, schema) {
    try {
      const parsed = schema.safeParse(JSON.parse(storage.getItem(`desk:${key}`) ?? 'null'));
      return parsed.success ? parsed.data : undefined;
    } catch {
      return undefined;
    }
  },
  write(key, value) {
    try {
      storage.setItem(`desk:${key}`, JSON.stringify(value));
    } catch {
      // The setting holds until the window closes; there is nothing better to do with it.
    }
  },
});
