/** Practice receipts are told apart at a glance; no realm but training gives receipts here. */
const prefix = 'TRAIN';

/** A receipt number such as `TRAIN-2026-00001`, of a calendar year (UTC). */
export const receiptNumber = (year: number, number: number): string =>
  `${prefix}-${year}-${String(number).padStart(5, '0')}`;
