import type { SourceName } from '../functions/contract/words.ts';

export const SOURCE_WORDS: Readonly<Record<SourceName, string>> = {
  replay: 'Replayed files',
  mastodon: 'Mastodon',
  bluesky: 'Bluesky',
  x: 'X',
  ingest: 'Partners',
};

/** Where posts come from, as a reader knows it: the server, or the source where it is but one. */
export function placeName(from: {
  readonly source: SourceName;
  readonly place: string | null;
}): string {
  return from.place ?? SOURCE_WORDS[from.source];
}
