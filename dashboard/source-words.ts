import type { SourceName } from '../functions/contract/words.ts';

export const SOURCE_WORDS: Readonly<Record<SourceName, string>> = {
  replay: 'Replayed files',
  mastodon: 'Mastodon',
};
