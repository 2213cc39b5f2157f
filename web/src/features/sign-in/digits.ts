// A code as people type or paste it: with spaces, or in the digits of their keyboard.
const ZEROS = [0x30, 0x0660, 0x06f0]; // 0, and that of Arabic and of Persian and Urdu keyboards
const LENGTH = 6;

const digit = (letter: string): string => {
  const at = letter.codePointAt(0) ?? 0;
  const zero = ZEROS.find((one) => at >= one && at <= one + 9);
  return zero === undefined ? '' : String(at - zero);
};

/** The first six digits there, as 0 to 9. */
export const digitsIn = (typed: string): string => [...typed].map(digit).join('').slice(0, LENGTH);
