/** SNS refuses a subject with a character outside printable ASCII, and of 100 characters or more. */
const NOT_ASCII = /[^\x20-\x7e]+/g;
const SUBJECT_MAX = 99;

export function isAscii(text: string): boolean {
  return text.search(NOT_ASCII) < 0;
}

/** One line of printable ASCII, as SNS demands. */
export function subjectLine(text: string): string {
  return text.replaceAll(NOT_ASCII, '?').slice(0, SUBJECT_MAX);
}

/** @example minute(0) // '1970-01-01 00:00 UTC' */
export function minute(ms: number): string {
  return `${new Date(ms).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}
