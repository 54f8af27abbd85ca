/** Would move the cursor, colour the screen or turn the line around: no part of any name. */
const COMMANDS = /[\p{Cc}\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu;

/** Written from right to left. */
const RIGHT_TO_LEFT =
  /[\p{sc=Arabic}\p{sc=Hebrew}\p{sc=Syriac}\p{sc=Thaana}\p{sc=Nko}\p{sc=Adlam}]/u;

const ISOLATE = '\u2068';
const END_OF_ISOLATE = '\u2069';

/** A name from a file as it may be shown: whoever wrote the file does not command the screen. */
export function shownName(name: string): string {
  return name.replace(COMMANDS, '\ufffd');
}

/** A hashtag in a line of plain text; set apart where it would turn the line around. */
export function shownHashtag(hashtag: string): string {
  const shown = `#${shownName(hashtag)}`;
  return RIGHT_TO_LEFT.test(shown) ? `${ISOLATE}${shown}${END_OF_ISOLATE}` : shown;
}
