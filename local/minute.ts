/** @example minute(0) // '1970-01-01 00:00' */
export function minute(ms: number): string {
  return new Date(ms).toISOString().slice(0, 16).replace('T', ' ');
}
