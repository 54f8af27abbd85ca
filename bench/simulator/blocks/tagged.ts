/** The text with its hashtag at the end, where most people put it. */
export function tagged(text: string, hashtag: string): string {
  return `${text} #${hashtag}`;
}
