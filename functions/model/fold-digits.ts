const OTHER_DIGIT = /(?![0-9])\p{Nd}/gu;
const ANY_DIGIT = /\p{Nd}/u;

/**
 * Digits of every script as 0 to 9.
 *
 * @example foldDigits('بجٹ۲۰۲۶') // 'بجٹ2026'
 */
export function foldDigits(text: string): string {
  return text.replace(OTHER_DIGIT, digitOf);
}

const values = new Map<string, string>();

/** Every script has its ten digits in a row, from its zero on, and no two rows touch but in sets of ten. */
function digitOf(digit: string): string {
  const known = values.get(digit);
  if (known !== undefined) return known;
  const code = digit.codePointAt(0) ?? 0;
  let before = 0;
  while (ANY_DIGIT.test(String.fromCodePoint(code - before - 1))) before += 1;
  const value = String(before % 10);
  values.set(digit, value);
  return value;
}
