import type { FieldPath } from '#shared/domain/field-path.ts';
import type { FieldMap, FieldValue } from '#shared/domain/field-value.ts';
import type { FieldState } from './protocol.ts';

/** Fields as the Network last told them, tombstones included. */
export type Base = Readonly<Record<FieldPath, FieldState>>;

/** The live value of a base field; undefined for a tombstone or nothing. */
export const liveValue = (field: FieldState | undefined): FieldValue | undefined =>
  field?.deleted ? undefined : field?.v;

/** The live values of a base. */
export const liveFields = (base: Base): FieldMap =>
  Object.fromEntries(
    Object.entries(base).flatMap(([path, field]) => {
      const value = liveValue(field);
      return value === undefined ? [] : [[path, value] as const];
    }),
  );
