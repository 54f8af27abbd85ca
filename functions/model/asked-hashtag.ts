/**
 * How to ask a network for a hashtag: as it was written, where our spelling of it differs by more
 * than case. A network knows its own folding and not ours.
 *
 * @returns undefined where our spelling will do
 */
export function askedHashtag({
  hashtag,
  display,
}: {
  readonly hashtag: string;
  readonly display?: string | undefined;
}): string | undefined {
  return display?.toLowerCase() === hashtag ? undefined : display;
}
