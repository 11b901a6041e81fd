import type { IntlShape } from 'react-intl';

const units = [
  { unit: 'gigabyte', bytes: 1_000_000_000 },
  { unit: 'megabyte', bytes: 1_000_000 },
  { unit: 'kilobyte', bytes: 1000 },
] as const;

/** A size in decimal units with at most one digit after the point: "3.8 kB", "31 MB". */
export const sizeText = (intl: IntlShape, sizeBytes: number): string => {
  const { unit, bytes } = units.find((candidate) => sizeBytes >= candidate.bytes) ?? units[2];
  const value = sizeBytes / bytes;
  return intl.formatNumber(sizeBytes === 0 ? 0 : Math.max(value, 0.1), {
    style: 'unit',
    unit,
    unitDisplay: 'short',
    maximumFractionDigits: value < 10 ? 1 : 0,
  });
};
