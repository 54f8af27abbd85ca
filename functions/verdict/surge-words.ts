import type { RoseTogether } from '../model/surge.ts';

const NUMBER = new Intl.NumberFormat('en-GB');

/** @example 'rose with 812 of 1,000 hashtags of this source' */
export function surgeWords({ rose, watched }: RoseTogether): string {
  return `rose with ${NUMBER.format(rose)} of ${NUMBER.format(watched)} hashtags of this source`;
}

/** @example '812 of 1,000 hashtags on mastodon (social.example) rose together' */
export function surgeHeadline({ rose, watched }: RoseTogether, source: string): string {
  return `${NUMBER.format(rose)} of ${NUMBER.format(watched)} hashtags on ${source} rose together`;
}

/** What a surge means and what it does not, a paragraph each. */
export const SURGE_MEANING: readonly string[] = [
  'Where so many rise at once the cause is seldom in any one of them. Often it is the source: a server that caught up, a feed counted twice, a change in how it counts. Or something happened in the world that people speak of everywhere.',
  'This says nothing of coordination. Each of these hashtags is judged by itself as ever, and its page says that it rose with the others. What is only suspicious among them is not told; what is coordinated is, since a push may hide in a surge.',
];
