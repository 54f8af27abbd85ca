import { expect, it } from 'vitest';
import { SettingsError } from '../../functions/model/errors.ts';
import { readDiscover } from '../../functions/settings/discover.ts';

const HOUR_MS = 3_600_000;

it.each([undefined, '', ' ', '{}'])('%j discovers nothing', (text) => {
  expect(readDiscover(text).lists).toEqual([]);
});

it('reads what is given, and leaves the rest as it is documented', () => {
  const { deny, allow, ...rest } = readDiscover(
    '{"lists": ["mastodon@one.example", "bluesky", "mastodon@ONE.example"], "deny": ["#cat*"], "watchHours": 3}',
  );
  expect(rest).toEqual({
    lists: [
      { name: 'mastodon@one.example', source: 'mastodon', place: 'one.example', about: null },
      { name: 'bluesky', source: 'bluesky', place: null, about: null },
    ],
    languages: [],
    mostWatches: 40,
    mostPerSource: 40,
    mostAnHour: 10,
    usdADay: 0,
    paidListMs: HOUR_MS,
    intervalMinutes: 5,
    watchMs: 3 * HOUR_MS,
    coolMs: 6 * HOUR_MS,
    judgeMs: 24 * HOUR_MS,
  });
  expect(allow).toEqual([]);
  expect(deny.map((means) => means('caturday'))).toEqual([true]);
});

it('names every fault together', () => {
  const read = () =>
    readDiscover(
      JSON.stringify({
        lists: ['one.example'],
        deny: ['fine', 'two words'],
        languages: ['Urdu!'],
        mostWatches: 0,
        coolhours: 3,
      }),
    );
  expect(read).toThrow(SettingsError);
  for (const fault of [
    /must be written as mastodon@server, x@woeid or bluesky; found "one.example"\s+→ at lists\[0\]/,
    /must be one hashtag, with \* for any letters; found "two words"\s+→ at deny\[1\]/,
    /must be a language tag, such as ur or pt-BR\s+→ at languages\[0\]/,
    /→ at mostWatches/,
    /"coolhours"/,
  ])
    expect(read).toThrow(fault);
});

it('asks what a source that charges may cost before its list is read', () => {
  expect(() => readDiscover('{"lists": ["x@1"]}')).toThrow(/usdADay/);
  expect(readDiscover('{"lists": ["x@1"], "usdADay": 2}').usdADay).toBe(2);
});

it.each(['mastodon@one.example', '[', 'null', '[]', '"x"'])('%s is no settings', (text) => {
  expect(() => readDiscover(text)).toThrow(SettingsError);
});
