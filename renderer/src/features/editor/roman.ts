const steps: readonly (readonly [number, string])[] = [
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
];

/** 1 → "I", 14 → "XIV": the numeral of a section. Whole numbers from 1 to 39. */
export const roman = (number: number): string => {
  let rest = number;
  let numeral = '';
  for (const [value, letters] of steps) {
    while (rest >= value) {
      numeral += letters;
      rest -= value;
    }
  }
  return numeral;
};
