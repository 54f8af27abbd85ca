import { expect, it } from 'vitest';
import { listAddress } from '../../functions/model/trend-list.ts';

it.each([
  ['mastodon@One.example', 'mastodon@one.example', 'mastodon', 'one.example', null],
  [
    'mastodon@two.example+one.example',
    'mastodon@one.example+two.example',
    'mastodon',
    'one.example+two.example',
    null,
  ],
  ['mastodon@127.0.0.1:8080', 'mastodon@127.0.0.1:8080', 'mastodon', '127.0.0.1:8080', null],
  [' x@23424922 ', 'x@23424922', 'x', null, '23424922'],
  ['bluesky', 'bluesky', 'bluesky', null, null],
])('%s is a list', (text, name, source, place, about) => {
  expect(listAddress(text)).toEqual({ name, source, place, about });
});

it.each([
  '',
  'mastodon',
  'mastodon@',
  'mastodon@a b',
  'mastodon@https://one.example',
  'mastodon@a@b',
  'mastodon@a+b+c+d+e+f',
  'x',
  'x@pakistan',
  'bluesky@one.example',
  'replay',
  'ingest@partner',
])('%j is none', (text) => {
  expect(listAddress(text)).toBeUndefined();
});
