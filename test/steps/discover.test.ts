import { describe, expect, it } from 'vitest';
import { openDiscovery } from '../support/discovery.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const NOON = Date.UTC(2026, 0, 12, 12);
const ROUND_MS = 5 * MINUTE_MS;
const ONE = 'mastodon@one.example';
const idOf = (hashtag: string) => `mastodon:${hashtag}@one.example`;

/** Rounds every five minutes from `fromMs`, the last at `toMs`. */
async function rounds(
  discovery: ReturnType<typeof openDiscovery>,
  fromMs: number,
  toMs: number,
): Promise<void> {
  for (let atMs = fromMs; atMs <= toMs; atMs += ROUND_MS) await discovery.round(atMs);
}

describe('a hashtag that newly trends', () => {
  it('is watched, and how it was found is kept with it', async () => {
    const discovery = openDiscovery();
    discovery.trends[ONE] = ['Flood'];

    const outcome = await discovery.round(NOON);

    expect(outcome.opened).toEqual([{ watchId: idOf('flood'), list: ONE }]);
    expect(await discovery.watch(idOf('flood'))).toMatchObject({
      source: 'mastodon',
      place: 'one.example',
      hashtag: 'flood',
      intervalMinutes: 5,
      state: 'active',
      createdMs: NOON,
      origin: {
        kind: 'discovered',
        list: ONE,
        untilMs: NOON + 48 * HOUR_MS,
        judgeFromMs: NOON - 24 * HOUR_MS,
      },
    });
  });

  it('is left alone where no watch can be named so', async () => {
    const discovery = openDiscovery();
    discovery.trends[ONE] = ['a'.repeat(3_000), 'ﷺ'.repeat(200), 'half\ud83d', 'flood'];

    const outcome = await discovery.round(NOON);

    expect(outcome.opened).toEqual([{ watchId: idOf('flood'), list: ONE }]);
  });

  it('on a list that never ends, and is another each time, keeps what an item can hold', async () => {
    const discovery = openDiscovery();
    for (let round = 0; round < 24; round += 1) {
      const names = Array.from({ length: 500 }, (_, n) => `${'ش'.repeat(180)}${round}x${n}`);
      discovery.trends[ONE] = [`a${'\u200b'.repeat(50_000)}`, ...names];
      await discovery.round(NOON + round * ROUND_MS);
    }
    const lists = await discovery.lists();

    expect(new TextEncoder().encode(JSON.stringify(lists)).length).toBeLessThan(400_000);
    expect((await discovery.watches()).length).toBe(20);
  });

  it('is first polled in the next minute, several of them one after the other', async () => {
    const discovery = openDiscovery();
    discovery.trends[ONE] = ['a', 'b', 'c', 'd', 'e', 'f'];
    await discovery.round(NOON);

    const phases = (await discovery.watches()).map(({ phaseMinutes }) => phaseMinutes);
    expect(phases).toEqual([1, 2, 3, 4, 0, 1]);
  });

  it('is watched once, though it stays on the list and the round is delivered twice', async () => {
    const discovery = openDiscovery();
    discovery.trends[ONE] = ['flood'];
    await discovery.round(NOON);
    const first = await discovery.watches();
    await discovery.round(NOON);
    await rounds(discovery, NOON + ROUND_MS, NOON + HOUR_MS);

    expect(await discovery.watches()).toEqual(first);
  });

  it('of two rounds at once is watched by one', async () => {
    const discovery = openDiscovery();
    discovery.trends[ONE] = ['flood'];

    const outcomes = await Promise.all([discovery.round(NOON), discovery.round(NOON)]);

    expect(outcomes.map(({ state }) => state).sort()).toEqual(['done', 'repeated']);
    expect(await discovery.watches()).toHaveLength(1);
  });

  it('is judged from when the network says that it began, three days back at most', async () => {
    const discovery = openDiscovery();
    discovery.trends[ONE] = ['long', 'older'];
    discovery.startedMs.long = NOON - 40 * HOUR_MS;
    discovery.startedMs.older = NOON - 400 * HOUR_MS;
    await discovery.round(NOON);

    const from = async (hashtag: string) =>
      (await discovery.watch(idOf(hashtag)))?.origin?.judgeFromMs;
    expect(await from('long')).toBe(NOON - 41 * HOUR_MS);
    expect(await from('older')).toBe(NOON - 72 * HOUR_MS);
  });
});

describe('a hashtag that cools', () => {
  it('is forgotten once it was off the list for six hours, and may trend anew', async () => {
    const discovery = openDiscovery();
    discovery.trends[ONE] = ['flood'];
    await discovery.round(NOON);
    discovery.trends[ONE] = [];
    await rounds(discovery, NOON + ROUND_MS, NOON + 6 * HOUR_MS - ROUND_MS);
    expect(await discovery.watches()).toHaveLength(1);

    const last = await discovery.round(NOON + 6 * HOUR_MS);
    expect(last.closed).toEqual([{ watchId: idOf('flood'), list: ONE }]);
    expect(await discovery.watches()).toEqual([]);
    expect(discovery.forgotten).toEqual([idOf('flood')]);

    await discovery.round(NOON + 6 * HOUR_MS + ROUND_MS);
    discovery.trends[ONE] = ['flood'];
    await discovery.round(NOON + 7 * HOUR_MS);
    expect(await discovery.watches()).toHaveLength(1);
  });

  it('never left where it flickers, however long', async () => {
    const discovery = openDiscovery({ watchHours: 100 });
    for (let round = 0; round < 600; round += 1) {
      discovery.trends[ONE] = round % 60 === 0 ? ['flood'] : [];
      await discovery.round(NOON + round * ROUND_MS);
    }
    expect((await discovery.watch(idOf('flood')))?.createdMs).toBe(NOON);
  });

  it('is kept while its list cannot be read, and for six hours after that', async () => {
    const discovery = openDiscovery();
    discovery.trends[ONE] = ['flood'];
    await discovery.round(NOON);
    discovery.fails[ONE] = 'one.example answered 503';
    await rounds(discovery, NOON + ROUND_MS, NOON + 20 * HOUR_MS);
    expect(await discovery.watches()).toHaveLength(1);

    delete discovery.fails[ONE];
    discovery.trends[ONE] = [];
    await rounds(discovery, NOON + 20 * HOUR_MS + ROUND_MS, NOON + 25 * HOUR_MS);
    expect(await discovery.watches()).toHaveLength(1);
    await rounds(discovery, NOON + 25 * HOUR_MS + ROUND_MS, NOON + 26 * HOUR_MS);
    expect(await discovery.watches()).toEqual([]);
  });

  it.each([
    ['is open', { endMs: null }],
    ['ended within these hours', { endMs: NOON + 5 * HOUR_MS }],
  ])('is kept while a burst of it %s', async (_, { endMs }) => {
    const discovery = openDiscovery();
    discovery.trends[ONE] = ['flood'];
    await discovery.round(NOON);
    await discovery.burst(idOf('flood'), NOON, endMs);
    discovery.trends[ONE] = [];
    await rounds(discovery, NOON + ROUND_MS, NOON + 8 * HOUR_MS);
    expect(await discovery.watches()).toHaveLength(1);

    await rounds(discovery, NOON + 8 * HOUR_MS + ROUND_MS, NOON + 12 * HOUR_MS);
    expect(await discovery.watches()).toHaveLength(endMs === null ? 1 : 0);
  });

  it('is kept while a burst of it is suspected', async () => {
    const discovery = openDiscovery();
    discovery.trends[ONE] = ['flood'];
    await discovery.round(NOON);
    await discovery.become(idOf('flood'), 'suspected');
    discovery.trends[ONE] = [];
    await rounds(discovery, NOON + ROUND_MS, NOON + 8 * HOUR_MS);
    expect(await discovery.watches()).toHaveLength(1);

    await discovery.become(idOf('flood'), 'active');
    await discovery.round(NOON + 8 * HOUR_MS + ROUND_MS);
    expect(await discovery.watches()).toEqual([]);
  });

  it('in a burst is not forgotten before its list can be read again', async () => {
    const discovery = openDiscovery();
    discovery.trends[ONE] = ['flood'];
    await discovery.round(NOON);
    await discovery.become(idOf('flood'), 'bursting');
    discovery.trends[ONE] = [];
    await rounds(discovery, NOON + ROUND_MS, NOON + 8 * HOUR_MS);
    discovery.fails[ONE] = 'one.example answered 503';
    await discovery.become(idOf('flood'), 'active');
    await rounds(discovery, NOON + 8 * HOUR_MS + ROUND_MS, NOON + 10 * HOUR_MS);
    expect(await discovery.watches()).toHaveLength(1);

    delete discovery.fails[ONE];
    discovery.trends[ONE] = ['flood'];
    await discovery.round(NOON + 10 * HOUR_MS + ROUND_MS);
    expect(await discovery.watches()).toHaveLength(1);
  });

  it('stays as long as it trends on another list of the same place', async () => {
    const lists = ['x@1', 'x@2'];
    const discovery = openDiscovery({ lists, usdADay: 2 });
    discovery.trends['x@1'] = ['flood'];
    discovery.trends['x@2'] = ['flood'];
    await discovery.round(NOON);
    expect((await discovery.watches()).map(({ watchId }) => watchId)).toEqual(['x:flood']);

    discovery.trends['x@1'] = [];
    await rounds(discovery, NOON + ROUND_MS, NOON + 12 * HOUR_MS);
    expect(await discovery.watches()).toHaveLength(1);
    discovery.trends['x@2'] = [];
    await rounds(discovery, NOON + 12 * HOUR_MS + ROUND_MS, NOON + 18 * HOUR_MS);
    expect(await discovery.watches()).toEqual([]);
  });
});

describe('a hashtag that trends for ever', () => {
  it('is watched for two days, and not again before it left', async () => {
    const discovery = openDiscovery();
    discovery.trends[ONE] = ['photo'];
    await rounds(discovery, NOON, NOON + 48 * HOUR_MS);
    expect(await discovery.watches()).toEqual([]);
    await rounds(discovery, NOON + 48 * HOUR_MS + ROUND_MS, NOON + 60 * HOUR_MS);
    expect(await discovery.watches()).toEqual([]);

    discovery.trends[ONE] = [];
    await rounds(discovery, NOON + 60 * HOUR_MS + ROUND_MS, NOON + 66 * HOUR_MS);
    discovery.trends[ONE] = ['photo'];
    await discovery.round(NOON + 67 * HOUR_MS);
    expect(await discovery.watches()).toHaveLength(1);
  });

  it('is not judged again for the burst that it was watched for', async () => {
    const discovery = openDiscovery({ watchHours: 7, coolHours: 1 });
    discovery.trends[ONE] = ['flood'];
    await discovery.round(NOON);
    await discovery.burst(idOf('flood'), NOON - HOUR_MS, NOON + HOUR_MS);
    discovery.trends[ONE] = [];
    await rounds(discovery, NOON + ROUND_MS, NOON + 4 * HOUR_MS);
    expect(await discovery.watches()).toEqual([]);

    discovery.trends[ONE] = ['flood'];
    await discovery.round(NOON + 5 * HOUR_MS);
    expect((await discovery.watch(idOf('flood')))?.origin?.judgeFromMs).toBe(NOON + HOUR_MS);
  });
});

describe('what a person decided', () => {
  it('wins over discovery: their watch is neither changed nor forgotten', async () => {
    const discovery = openDiscovery();
    await discovery.byHand('flood');
    const before = await discovery.watch(idOf('flood'));
    discovery.trends[ONE] = ['flood'];
    await rounds(discovery, NOON, NOON + HOUR_MS);
    discovery.trends[ONE] = [];
    await rounds(discovery, NOON + HOUR_MS + ROUND_MS, NOON + 9 * HOUR_MS);

    expect(await discovery.watch(idOf('flood'))).toEqual(before);
  });

  it('to keep makes it theirs', async () => {
    const discovery = openDiscovery();
    discovery.trends[ONE] = ['flood'];
    await discovery.round(NOON);
    await discovery.keep(idOf('flood'));
    discovery.trends[ONE] = [];
    await rounds(discovery, NOON + ROUND_MS, NOON + 60 * HOUR_MS);

    expect(await discovery.watch(idOf('flood'))).toMatchObject({ hashtag: 'flood' });
  });

  it('to watch what was found already makes it theirs', async () => {
    const discovery = openDiscovery();
    discovery.trends[ONE] = ['flood'];
    await discovery.round(NOON);
    const { watch, created } = await discovery.byHand('#Flood');

    expect(created).toBe(false);
    expect(watch).not.toHaveProperty('origin');
    expect(await discovery.watch(idOf('flood'))).toEqual(watch);
  });

  it('to remove holds as long as it trends', async () => {
    const discovery = openDiscovery();
    discovery.trends[ONE] = ['flood'];
    await discovery.round(NOON);
    await discovery.remove(idOf('flood'));
    await rounds(discovery, NOON + ROUND_MS, NOON + 60 * HOUR_MS);

    expect(await discovery.watches()).toEqual([]);
  });

  it('to keep it, between our look and our removal, is not undone', async () => {
    const discovery = openDiscovery();
    discovery.trends[ONE] = ['flood'];
    await discovery.round(NOON);
    discovery.trends[ONE] = [];
    await rounds(discovery, NOON + ROUND_MS, NOON + 6 * HOUR_MS - ROUND_MS);
    discovery.before = async (name) => {
      if (name === 'watches.remove') await discovery.keep(idOf('flood'));
    };
    await discovery.round(NOON + 6 * HOUR_MS);
    discovery.before = undefined;
    await rounds(discovery, NOON + 6 * HOUR_MS + ROUND_MS, NOON + 13 * HOUR_MS);

    expect(await discovery.watch(idOf('flood'))).not.toHaveProperty('origin');
    expect(await discovery.watches()).toHaveLength(1);
  });
});

describe('the budget', () => {
  it('takes the first of each list, so many at once, of a source and in all', async () => {
    const lists = [ONE, 'mastodon@two.example', 'bluesky'];
    const discovery = openDiscovery({ lists, mostWatches: 5, mostPerSource: 3 });
    discovery.trends[ONE] = ['a1', 'a2', 'a3'];
    discovery.trends['mastodon@two.example'] = ['b1', 'b2', 'b3'];
    discovery.trends.bluesky = ['c1', 'c2', 'c3'];
    await discovery.round(NOON);

    expect((await discovery.watches()).map(({ hashtag }) => hashtag).sort()).toEqual([
      ...['a1', 'a2', 'b1', 'c1', 'c2'],
    ]);
  });

  it('takes so many within an hour, and those that waited when it is over', async () => {
    const discovery = openDiscovery({ mostAnHour: 2 });
    discovery.trends[ONE] = ['a', 'b', 'c', 'd', 'e'];
    await rounds(discovery, NOON, NOON + HOUR_MS - ROUND_MS);
    expect(await discovery.watches()).toHaveLength(2);
    await discovery.round(NOON + HOUR_MS);
    expect(await discovery.watches()).toHaveLength(4);
    await rounds(discovery, NOON + HOUR_MS + ROUND_MS, NOON + 2 * HOUR_MS);
    expect(await discovery.watches()).toHaveLength(5);
  });

  it('counts one that a person removed: an hour is an hour', async () => {
    const discovery = openDiscovery({ mostAnHour: 1 });
    discovery.trends[ONE] = ['a', 'b'];
    await discovery.round(NOON);
    await discovery.remove(idOf('a'));
    await rounds(discovery, NOON + ROUND_MS, NOON + HOUR_MS - ROUND_MS);
    expect(await discovery.watches()).toEqual([]);
  });

  it('takes of a source that charges what a day of counts may cost', async () => {
    const discovery = openDiscovery({ lists: ['x@1'], usdADay: 3 });
    discovery.trends['x@1'] = ['a', 'b', 'c'];
    await rounds(discovery, NOON, NOON + 3 * HOUR_MS);

    // 288 counts at 0.005 USD are 1.44 USD.
    expect((await discovery.watches()).map(({ hashtag }) => hashtag)).toEqual(['a', 'b']);
  });
});

describe('allow, deny and languages', () => {
  const watched = async (discovery: ReturnType<typeof openDiscovery>) => {
    await discovery.round(NOON);
    return (await discovery.watches()).map(({ hashtag }) => hashtag).sort();
  };

  it('what is denied is not watched, whatever is allowed', async () => {
    const discovery = openDiscovery({ deny: ['#Cup*'], allow: ['*2026', 'cup'] });
    discovery.trends[ONE] = ['Cup', 'cup2026', 'vote2026', 'other'];
    expect(await watched(discovery)).toEqual(['vote2026']);
  });

  it('a script rules languages out, without asking', async () => {
    const discovery = openDiscovery({ languages: ['ur', 'hi-IN'] });
    discovery.trends[ONE] = ['سیلاب', 'बाढ़', 'বন্যা', 'наводнение'];
    expect(await watched(discovery)).toEqual(['बाढ़', 'سیلاب'].sort());
    expect(discovery.asked).toHaveLength(2);
  });

  it.each([
    ['in one that is wanted', ['ur', 'ur', 'en', 'en', 'en', 'en', 'en'], 1],
    ['in others', ['de', 'en', 'en', 'en', 'fr', 'de'], 0],
    ['in too few that say so', ['de', 'de', null, null, null, null], 1],
  ])('posts %s decide where the script cannot', async (_, languages, count) => {
    const discovery = openDiscovery({ languages: ['ur'] });
    discovery.trends[ONE] = ['flood'];
    discovery.languages.flood = languages;
    expect(await watched(discovery)).toHaveLength(count);
    await rounds(discovery, NOON + ROUND_MS, NOON + HOUR_MS);
    expect(discovery.asked).toHaveLength(1);
  });

  it('a hashtag whose posts cannot be read is asked about again', async () => {
    const discovery = openDiscovery({ languages: ['ur'] });
    discovery.trends[ONE] = ['flood'];
    discovery.unread.add('flood');
    expect(await watched(discovery)).toEqual([]);
    discovery.unread.clear();
    await discovery.round(NOON + ROUND_MS);
    expect(await discovery.watches()).toHaveLength(1);
  });

  it('posts are not bought to know their language', async () => {
    const discovery = openDiscovery({ lists: ['x@1'], usdADay: 9, languages: ['ur'] });
    discovery.trends['x@1'] = ['flood', 'наводнение'];
    expect(await watched(discovery)).toEqual(['flood']);
    expect(discovery.asked).toEqual([]);
  });
});

describe('a list that costs money', () => {
  it('is read each hour, and what is off it for six hours is forgotten all the same', async () => {
    const discovery = openDiscovery({ lists: ['x@1'], usdADay: 9 });
    discovery.trends['x@1'] = ['flood'];
    await rounds(discovery, NOON, NOON + HOUR_MS - ROUND_MS);
    expect(discovery.read).toEqual(['x@1']);
    discovery.trends['x@1'] = [];
    await rounds(discovery, NOON + HOUR_MS, NOON + 6 * HOUR_MS - ROUND_MS);
    expect(discovery.read).toHaveLength(6);
    expect(await discovery.watches()).toHaveLength(1);

    await discovery.round(NOON + 6 * HOUR_MS);
    expect(await discovery.watches()).toEqual([]);
  });
});

describe('lists that cannot be read', () => {
  it('are told, with the reason and since when, and others go on', async () => {
    const discovery = openDiscovery({ lists: [ONE, 'bluesky'] });
    discovery.fails[ONE] = 'one.example answered 503';
    discovery.trends.bluesky = ['flood'];
    const first = await discovery.round(NOON);
    await discovery.round(NOON + ROUND_MS);

    expect(first.failed).toEqual([{ list: ONE, reason: 'one.example answered 503' }]);
    expect(await discovery.watches()).toHaveLength(1);
    expect((await discovery.lists()).find(({ name }) => name === ONE)?.health).toEqual({
      state: 'stale',
      reason: 'one.example answered 503',
      sinceMs: NOON,
    });
  });

  it('that no settings name any more are let go with what was watched for them', async () => {
    const discovery = openDiscovery({ lists: [ONE, 'bluesky'] });
    discovery.trends[ONE] = ['flood'];
    discovery.trends.bluesky = ['calm', 'storm'];
    await discovery.round(NOON);
    await discovery.burst('bluesky:storm', NOON, NOON + HOUR_MS);
    discovery.settings({ lists: [ONE] });
    await discovery.round(NOON + ROUND_MS);

    expect((await discovery.watches()).map(({ hashtag }) => hashtag).sort()).toEqual([
      ...['flood', 'storm'],
    ]);
    await rounds(discovery, NOON + 2 * ROUND_MS, NOON + 8 * HOUR_MS);
    expect((await discovery.watches()).map(({ hashtag }) => hashtag)).toEqual(['flood']);
    expect((await discovery.lists()).map(({ name }) => name)).toEqual([ONE]);
  });
});

describe('a round that dies before any of its writes', () => {
  it('is finished by the next, and nothing is watched twice or left behind', async () => {
    let deaths = 0;
    for (let dies = 1; dies <= 12; dies += 1) {
      const discovery = openDiscovery({ lists: [ONE, 'bluesky'] });
      discovery.trends[ONE] = ['a', 'b'];
      discovery.trends.bluesky = ['c'];
      deaths += await dyingAt(discovery, dies, () => discovery.round(NOON));
      await discovery.round(NOON + ROUND_MS);
      expect((await discovery.watches()).map(({ hashtag }) => hashtag).sort()).toEqual([
        ...['a', 'b', 'c'],
      ]);

      discovery.trends[ONE] = [];
      discovery.trends.bluesky = [];
      const cool = NOON + 6 * HOUR_MS;
      await rounds(discovery, NOON + 2 * ROUND_MS, cool);
      deaths += await dyingAt(discovery, dies, () => discovery.round(cool + ROUND_MS));
      await discovery.round(cool + 2 * ROUND_MS);
      await discovery.round(cool + 3 * ROUND_MS);
      expect(await discovery.watches()).toEqual([]);
      expect((await discovery.lists()).flatMap(({ stays }) => stays)).toEqual([]);
    }
    expect(deaths).toBeGreaterThan(12);
  });
});

it('forgets what a round that died had begun to watch, though it trends no more', async () => {
  for (let dies = 1; dies <= 6; dies += 1) {
    const discovery = openDiscovery();
    discovery.trends[ONE] = ['a', 'b'];
    await dyingAt(discovery, dies, () => discovery.round(NOON));
    discovery.trends[ONE] = [];
    await rounds(discovery, NOON + ROUND_MS, NOON + 7 * HOUR_MS);
    expect(await discovery.watches()).toEqual([]);
  }
});

/** @returns 1 if it died, 0 if it wrote less often than that */
async function dyingAt(
  discovery: ReturnType<typeof openDiscovery>,
  write: number,
  round: () => Promise<unknown>,
): Promise<number> {
  let writes = 0;
  discovery.before = async () => {
    writes += 1;
    if (writes === write) throw new Error('died');
  };
  const died = await round().then(
    () => 0,
    () => 1,
  );
  discovery.before = undefined;
  return died;
}
