import { expect, it } from 'vitest';
import { SettingsError } from '../../functions/model/errors.ts';
import { parseWatch } from '../../local/parse-watch.ts';

const NOW = Date.UTC(2026, 2, 3);

it.each([
  ['mastodon:#News@mastodon.example', 'mastodon', 'News', 'mastodon.example'],
  ['mastodon:news@Mastodon.Example', 'mastodon', 'news', 'mastodon.example'],
  ['mastodon:#سیلاب@one.example:8443', 'mastodon', 'سیلاب', 'one.example:8443'],
  ['mastodon:#a@two.example+One.example', 'mastodon', 'a', 'one.example+two.example'],
  ['bluesky:#বন্যা', 'bluesky', 'বন্যা', null],
  ['x:#News', 'x', 'News', null],
  ['ingest:#News@partner-1', 'ingest', 'News', 'partner-1'],
])('%s is a watch', (text, source, hashtag, place) => {
  expect(parseWatch(text, NOW)).toEqual({
    source,
    hashtag,
    place,
    intervalMinutes: 5,
    phaseMinutes: 0,
  });
});

it('is due in the minute in which it begins', () => {
  expect(parseWatch('x:#a', NOW + 3 * 60_000 + 59_999).phaseMinutes).toBe(3);
});

it.each([
  ['mastodon:#news', 'mastodon:#hashtag@server,'],
  ['bluesky:#news@bsky.example', 'bluesky:#hashtag,'],
  ['x:news@1', 'x:#hashtag,'],
  ['ingest:#news', 'ingest:#hashtag@partner,'],
  [`mastodon:#a@${'a.example+b.example+c.example+d.example+e.example+f.example'}`, 'mastodon:#h'],
])('%j is told how its own source is written', (text, spelling) => {
  expect(() => parseWatch(text, NOW)).toThrow(`--watch must be written as ${spelling}`);
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
  'replay:#news',
  'constructor:#news',
])('%j is none, and how one is written is told', (text) => {
  const parse = () => parseWatch(text, NOW);
  expect(parse).toThrow(SettingsError);
  expect(parse).toThrow('--watch must be written as mastodon:#hashtag@server');
  expect(parse).toThrow(`found "${text}"`);
});

it.each([
  ['x:#tag,', /the hashtag must be one hashtag, without the punctuation/],
  ['x:%23tag', /the hashtag must be one hashtag: a word/],
  ['mastodon:#covid-19@one.example', /the hashtag must be a hashtag that mastodon can have/],
  [`x:#\u202egat,`, /found "gat,"$/],
])('%j is told what is wrong with its hashtag', (text, fault) => {
  expect(() => parseWatch(text, NOW)).toThrow(fault);
});

it('takes ## as people paste it', () => {
  expect(parseWatch('bluesky:##news', NOW).hashtag).toBe('news');
});
