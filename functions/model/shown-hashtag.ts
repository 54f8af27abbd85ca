import { isolated } from './isolated.ts';
import { oneLine } from './one-line.ts';

/** A hashtag for the eye: with its `#`, in the spelling that was typed. */
export function shownHashtag({
  hashtag,
  display,
}: {
  readonly hashtag: string;
  readonly display?: string | undefined;
}): string {
  return isolated(`#${oneLine(display ?? hashtag)}`);
}
