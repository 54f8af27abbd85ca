import { expect, it } from 'vitest';
import { readDiscover } from '../../functions/settings/discover.ts';
import { liveWords } from '../../local/live-words.ts';
import { parseWatch } from '../../local/parse-watch.ts';

it('says what is watched, what is discovered, and how long until bursts are told', () => {
  const settings = readDiscover(
    '{"lists": ["mastodon@one.example", "bluesky"], "languages": ["ur"], "deny": ["a", "b"]}',
  );
  const wanted = ['mastodon:#News@one.example', 'bluesky:news'].map((text) => parseWatch(text, 0));

  expect(
    liveWords(wanted, settings),
  ).toBe(`Watching #News at one.example, #news at bluesky, polled every 5 minutes.
Discovering what newly trends at mastodon@one.example, bluesky (languages ur or unknown; 2 denied).
At most 40 hashtags at once and 10 new an hour; each for 48 hours, or until it has been off its list for 6.
A new watch first reads what its source still knows of seven days, in minutes, an hour for the busiest; where that is little, its baseline is young for a day.`);
  expect(liveWords([], readDiscover('{}'))).not.toMatch(/Watching|Discovering/);
});
