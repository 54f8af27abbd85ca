/** What breaks a line, turns its direction or steers a terminal. */
const STEERS = /[\p{Bidi_Control}\p{Cc}\u2028\u2029]/gu;

/** Words of somebody else as part of a line of ours. */
export function oneLine(words: string): string {
  return words.toWellFormed().replace(/\s+/gu, ' ').replace(STEERS, '').trim();
}
