import { expect, it } from 'vitest';
import { SettingsError } from '../../functions/model/errors.ts';
import { parseWatch } from '../../local/parse-watch.ts';

const NOW = Date.UTC(2026, 2, 3);

it.each([
  ['mastodon:#News@mastodon.example', 'news', 'mastodon.example'],
  ['mastodon:news@Mastodon.Example', 'news', 'mastodon.example'],
  ['mastodon:#سیلاب@one.example:8443', 'سیلاب', 'one.example:8443'],
])('%s is a watch', (text, hashtag, place) => {
  expect(parseWatch(text, NOW)).toMatchObject({
    watchId: `mastodon:${hashtag}@${place}`,
    source: 'mastodon',
    hashtag,
    place,
    state: 'active',
    createdMs: NOW,
    version: 0,
  });
});

it.each([
  '',
  'news',
  '#news@mastodon.example',
  'mastodon:#news',
  'mastodon:@mastodon.example',
  'mastodon:#two words@mastodon.example',
  'mastodon:#news@https://mastodon.example',
  'mastodon:#news@one.example:port',
  'mastodon:#news@[',
  'bluesky:#news@bsky.example',
])('%j is none, and how one is written is told', (text) => {
  const parse = () => parseWatch(text, NOW);
  expect(parse).toThrow(SettingsError);
  expect(parse).toThrow('--watch must be written as mastodon:#hashtag@server');
  expect(parse).toThrow(`found "${text}"`);
});
