/** A passphrase on its way to be set, typed twice. */
export type PassphraseDraft = { readonly first: string; readonly second: string };

/** Below this a passphrase is guessed faster than typed, whatever protects it. */
export const shortestPassphrase = 10;

/** What keeps it from being set; null when nothing does. Lengths count code points. */
export type PassphraseFault = 'too-short' | 'differs';

export const passphraseFault = ({ first, second }: PassphraseDraft): PassphraseFault | null => {
  if ([...first].length < shortestPassphrase) return 'too-short';
  return first === second ? null : 'differs';
};
