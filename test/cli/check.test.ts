import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SIGNALS } from '../../functions/model/evidence.ts';
import { anOrdinaryCrowd, aPush } from '../support/crowds.ts';
import { aPostLine, jsonLines } from '../support/post-lines.ts';
import { spawnTurfwatch } from '../support/spawn-turfwatch.ts';

const DAY_MS = 86_400_000;
const START_MS = Date.UTC(2026, 2, 2, 10);

type Judged = {
  source: string;
  hashtag: string;
  start: string;
  end: string;
  posts: number;
  accounts: number;
  verdict: string;
  strength: number;
  evidence: { signal: string; state: string; reason?: string; score?: number; effect?: number }[];
  thresholds: string;
  judgedUntil: string;
  groups?: { accounts: string[]; posts: number }[];
};

const parse = (out: string): Judged[] =>
  out
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));

async function checkJson(lines: readonly unknown[], ...args: string[]): Promise<Judged[]> {
  const { code, out, err } = await spawnTurfwatch(
    ['check', '-', '--json', ...args],
    jsonLines(lines),
  );
  expect([code, err]).toEqual([0, '']);
  return parse(out);
}

const evidenceOf = (burst: Judged | undefined, signal: string) =>
  burst?.evidence.find((one) => one.signal === signal);

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'turfwatch-check-'));
});
afterAll(() => rm(folder, { recursive: true }));

describe('turfwatch check --json', () => {
  it('tells a push from an ordinary crowd, each hashtag of a source by itself', async () => {
    const bursts = await checkJson([
      ...anOrdinaryCrowd({ hashtag: 'harvest', startMs: START_MS }),
      ...aPush({ hashtag: 'Bridge', startMs: START_MS + DAY_MS }),
      ...anOrdinaryCrowd({ hashtag: 'bridge', startMs: START_MS + 2 * DAY_MS, source: 'mastodon' }),
    ]);

    expect(bursts.map(({ source, hashtag, verdict }) => [source, hashtag, verdict])).toEqual([
      ['x', 'harvest', 'organic'],
      ['x', 'bridge', 'coordinated'],
      ['mastodon', 'bridge', 'organic'],
    ]);
  });

  it('prints the promised names in the promised order, and every signal', async () => {
    const push = aPush({ hashtag: 'bridge', startMs: START_MS });

    const [burst] = await checkJson(push);

    expect(Object.keys(burst ?? {}).slice(0, 10)).toEqual([
      'source',
      'hashtag',
      'start',
      'end',
      'posts',
      'accounts',
      'verdict',
      'strength',
      'evidence',
      'thresholds',
    ]);
    expect(burst).toMatchObject({
      start: push[0]?.createdAt,
      end: push.at(-1)?.createdAt,
      posts: 120,
      accounts: 20,
      thresholds: expect.stringMatching(/^\d{4}-\d\d-/),
    });
    expect(burst?.evidence.map(({ signal }) => signal)).toEqual([...SIGNALS]);
    for (const one of burst?.evidence ?? []) {
      if (one.state === 'measured') {
        expect(one).toMatchObject({ score: expect.any(Number), effect: expect.any(Number) });
      } else {
        expect(one).toEqual({
          signal: one.signal,
          state: 'unmeasured',
          reason: expect.any(String),
        });
      }
    }
  });

  it('gives the same bytes for the same posts in another order, packed, and told twice', async () => {
    const lines = [
      ...aPush({ hashtag: 'bridge', startMs: START_MS }),
      ...anOrdinaryCrowd({ hashtag: 'harvest', startMs: START_MS }),
    ];
    const file = join(folder, 'shuffled.jsonl');
    await writeFile(file, gzipSync(jsonLines([...lines.toReversed(), ...lines.slice(0, 50)])));

    const straight = await spawnTurfwatch(['check', '-', '--json', '--members'], jsonLines(lines));
    const shuffled = await spawnTurfwatch(['check', file, '--json', '--members']);

    expect(parse(straight.out)).toHaveLength(2);
    expect(shuffled).toEqual(straight);
  });

  it('judges thin groups too, as undecided', async () => {
    const [burst] = await checkJson([aPostLine({ hashtags: ['lonely'] })]);

    expect(burst).toMatchObject({ hashtag: 'lonely', posts: 1, verdict: 'undecided' });
  });

  it('puts a post under each of its hashtags, and one without under none, which it says', async () => {
    const lines = [aPostLine({ hashtags: ['a', 'b', 'A'] }), aPostLine({ id: 'p2', hashtags: [] })];

    const { out, err } = await spawnTurfwatch(['check', '-', '--json'], jsonLines(lines));

    expect(parse(out).map(({ hashtag, posts }) => [hashtag, posts])).toEqual([
      ['a', 1],
      ['b', 1],
    ]);
    expect(err).toBe('turfwatch: 1 post without a hashtag left out\n');
  });

  it('measures deletion only where the input knows of any', async () => {
    const push = aPush({ hashtag: 'bridge', startMs: START_MS });
    const deleting = push.map((line) => ({
      ...line,
      deletedAt: new Date(Date.parse(line.createdAt) + 50_000).toISOString(),
    }));

    const [standing] = await checkJson(push);
    const [deleted] = await checkJson(deleting);
    const [hundred] = await checkJson(deleting, '--first', '100');

    expect(evidenceOf(standing, 'deletion')).toMatchObject({ state: 'unmeasured' });
    expect(evidenceOf(deleted, 'deletion')).toMatchObject({ state: 'measured', effect: 1 });
    expect(evidenceOf(hundred, 'deletion')).toMatchObject({ state: 'measured', effect: 1 });
  });
});

describe('a post that stands there twice', () => {
  const push = aPush({ hashtag: 'bridge', startMs: START_MS });
  const deletedAfter = (ms: number) =>
    push.map((line) => ({
      ...line,
      deletedAt: new Date(Date.parse(line.createdAt) + ms).toISOString(),
    }));

  it.each([
    ['first', [...deletedAfter(50_000), ...deletedAfter(900_000), ...push]],
    ['last', [...push, ...deletedAfter(900_000), ...deletedAfter(50_000)]],
  ])('counts once, with its earliest deletion, which comes %s', async (_, lines) => {
    const [burst] = await checkJson(lines);

    expect(burst?.posts).toBe(120);
    expect(evidenceOf(burst, 'deletion')).toMatchObject({ effect: 1 });
  });
});

describe('--window', () => {
  it('cuts by spans aligned to UTC, and start and end say which', async () => {
    const push = aPush({ hashtag: 'bridge', startMs: START_MS + 30 * 60_000 });

    const bursts = await checkJson(push, '--window', '1h');

    expect(bursts.map(({ start, end, posts }) => [start, end, posts])).toEqual([
      ['2026-03-02T10:00:00.000Z', '2026-03-02T11:00:00.000Z', 30],
      ['2026-03-02T11:00:00.000Z', '2026-03-02T12:00:00.000Z', 60],
      ['2026-03-02T12:00:00.000Z', '2026-03-02T13:00:00.000Z', 30],
    ]);
  });

  it('cuts by numbers of posts', async () => {
    const push = aPush({ hashtag: 'bridge', startMs: START_MS });

    const bursts = await checkJson(push, '--window', '50');

    expect(bursts.map(({ start, end, posts }) => [start, end, posts])).toEqual([
      [push[0]?.createdAt, push[49]?.createdAt, 50],
      [push[50]?.createdAt, push[99]?.createdAt, 50],
      [push[100]?.createdAt, push[119]?.createdAt, 20],
    ]);
  });

  it('does not take the cut for an end of the wave', async () => {
    const cutMs = START_MS + 60 * 60_000;
    const crowd = anOrdinaryCrowd({ hashtag: 'harvest', startMs: START_MS, accounts: 460 });
    // A post every minute, and from twenty minutes before the cut to twenty after it one every five seconds.
    const times = [
      ...Array.from({ length: 60 }, (_, n) => START_MS + n * 60_000 + 7),
      ...Array.from({ length: 400 }, (_, n) => cutMs + (n - 240) * 5_000 + 13),
    ];
    const wave = crowd.map((line, n) => ({
      ...line,
      createdAt: new Date(times[n] ?? cutMs).toISOString(),
    }));

    const [before] = await checkJson(wave, '--window', '1h');

    expect(before).toMatchObject({ end: new Date(cutMs).toISOString(), posts: 300 });
    expect(evidenceOf(before, 'sharp-end')).toMatchObject({ state: 'unmeasured' });
    expect(before?.verdict).toBe('organic');
  });
});

describe('--first', () => {
  it('judges the first posts of each window, and says until when that was', async () => {
    const push = aPush({ hashtag: 'bridge', startMs: START_MS });

    const bursts = await checkJson(push, '--window', '1h', '--first', '55');

    expect(bursts.map(({ start, posts, judgedUntil }) => [start, posts, judgedUntil])).toEqual([
      ['2026-03-02T10:00:00.000Z', 55, push[54]?.createdAt],
      ['2026-03-02T11:00:00.000Z', 55, push[114]?.createdAt],
    ]);
  });
});

describe('reuse', () => {
  const again = (hashtag: string, day: number) =>
    anOrdinaryCrowd({ hashtag, crowd: 'circle', startMs: START_MS + day * DAY_MS });

  it('is seen in accounts that come back under other hashtags', async () => {
    const names = ['one', 'two', 'three', 'four'];
    const bursts = await checkJson(names.flatMap(again));

    const reuse = bursts.map((burst) => evidenceOf(burst, 'reuse'));
    expect(reuse.map((evidence) => evidence?.state)).toEqual([
      'unmeasured',
      'unmeasured',
      'measured',
      'measured',
    ]);
    // Everybody came back, where those who turn up everywhere write 0.05 of the posts.
    expect(reuse[3]).toMatchObject({ effect: expect.closeTo(0.95, 9) });
    expect(bursts[3]?.verdict).toBe('suspicious');
  });

  it('is not seen where all the hashtags stand beside one and the same', async () => {
    const lines = ['one', 'two', 'three', 'four'].flatMap((name, day) =>
      again(name, day).map((line) => ({ ...line, hashtags: [name, 'summit'] })),
    );

    for (const burst of await checkJson(lines)) {
      expect(evidenceOf(burst, 'reuse')).toMatchObject({ state: 'unmeasured' });
    }
  });

  it('is not seen in the regulars of one hashtag', async () => {
    const lines = [0, 1, 2, 3].flatMap((day) =>
      again('one', day).map((line) => ({ ...line, id: `${day}-${line.id}` })),
    );

    const bursts = await checkJson(lines, '--window', '1d');

    expect(bursts).toHaveLength(4);
    for (const burst of bursts) {
      expect(evidenceOf(burst, 'reuse')).toMatchObject({ state: 'unmeasured' });
      expect(burst.verdict).toBe('organic');
    }
  });

  it('looks at what ended before, not at what ran beside or came later, nor at another source', async () => {
    const names = ['one', 'two', 'three', 'four'];
    const beside = await checkJson(names.flatMap((name) => again(name, 0)));
    const elsewhere = await checkJson([
      ...names
        .slice(0, 3)
        .flatMap((name, day) => again(name, day).map((line) => ({ ...line, source: 'mastodon' }))),
      ...again('four', 3),
    ]);

    for (const burst of [...beside, elsewhere[3]]) {
      expect(evidenceOf(burst, 'reuse')).toMatchObject({ state: 'unmeasured' });
    }
  });
});

describe('--without', () => {
  it('shows what a verdict rests on', async () => {
    const push = aPush({ hashtag: 'bridge', startMs: START_MS });

    const [whole] = await checkJson(push);
    const [part] = await checkJson(push, '--without', 'concentration,groups');

    expect(whole?.verdict).toBe('coordinated');
    expect(part?.verdict).toBe('suspicious');
    expect(part?.strength).toBeLessThan(whole?.strength ?? 0);
    expect(evidenceOf(part, 'concentration')).toMatchObject({ reason: 'left out on request' });
  });

  it('refuses a signal that does not exist, and names those that do', async () => {
    const { code, err } = await spawnTurfwatch(['check', '-', '--without', 'reuse,payment']);

    expect(code).toBe(2);
    expect(err).toContain('There is no signal "payment"');
    expect(err).toContain('near-duplicate');
  });
});

describe('--members', () => {
  it('names the accounts of a group as the file does', async () => {
    const lines = [
      ...anOrdinaryCrowd({ hashtag: 'bridge', startMs: START_MS, crowd: 'people', accounts: 1500 }),
      // Twenty accounts in one minute, six times, with nothing but the time in common.
      ...Array.from({ length: 120 }, (_, n) =>
        aPostLine({
          id: `m-${n}`,
          hashtags: ['bridge'],
          createdAt: new Date(
            START_MS + Math.floor(n / 20) * 95 * 60_000 + (n % 20) * 2_900,
          ).toISOString(),
          author: `circle-${n % 20}`,
          text: null,
        }),
      ),
    ];

    const [burst] = await checkJson(lines, '--members');

    expect(burst?.groups).toHaveLength(1);
    expect(new Set(burst?.groups?.[0]?.accounts)).toEqual(
      new Set(Array.from({ length: 20 }, (_, n) => `circle-${n}`)),
    );
    expect(burst?.groups?.[0]?.posts).toBe(120);
  });

  it('is an empty list where nobody acted together', async () => {
    const crowd = anOrdinaryCrowd({ hashtag: 'harvest', startMs: START_MS });

    expect((await checkJson(crowd, '--members'))[0]?.groups).toEqual([]);
  });
});

describe('bad input', () => {
  const broken = `${jsonLines([aPostLine()])}${jsonLines([{ ...aPostLine({ text: 'hush' }), createdAt: 'noon' }])}`;

  it('ends with 2 and names file, line, field and what was expected', async () => {
    const file = join(folder, 'broken.jsonl');
    await writeFile(file, broken);

    const { code, out, err } = await spawnTurfwatch(['check', file, '--json']);

    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(
      /broken\.jsonl:2: createdAt: expected an ISO 8601 time .*, found "noon"\n$/,
    );
    expect(err).not.toContain('hush');
  });

  it('is left out and counted with --skip-bad', async () => {
    const { code, out, err } = await spawnTurfwatch(['check', '-', '--json', '--skip-bad'], broken);

    expect(code).toBe(0);
    expect(parse(out)).toMatchObject([{ posts: 1 }]);
    expect(err).toBe('turfwatch: 1 bad line left out\n');
  });

  it.each([
    [['check', 'no-such-file.jsonl'], /no-such-file\.jsonl: no such file/],
    [['check'], /missing required argument 'file'/],
    [['check', '-', '--windows', '5m'], /unknown option '--windows'[\s\S]*--window/],
    [['check', '-', '--window', '5 minutes'], /a span such as 5m, 1h or 1d/],
    [['check', '-', '--window', '0'], /a span such as 5m, 1h or 1d/],
    [['check', '-', '--first', 'few'], /a whole number of posts/],
    [['cheque'], /unknown command 'cheque'/],
  ])('%j ends with 2 and says what is wrong', async (args, message) => {
    const { code, err } = await spawnTurfwatch(args);

    expect(code).toBe(2);
    expect(err).toMatch(message);
  });
});

describe('turfwatch', () => {
  it('ends quietly when its reader has seen enough', async () => {
    const lines = Array.from({ length: 3_000 }, (_, n) =>
      aPostLine({ id: `p${n}`, hashtags: [`tag${n}`] }),
    );

    const { code, err } = await spawnTurfwatch(['check', '-', '--json'], jsonLines(lines), {
      closeOutput: true,
    });

    expect([code, err]).toEqual([0, '']);
  });

  it.each([[['--help']], [['check', '--help']], [['bursts', '--help']], [['start', '--help']]])(
    '%j shows an example and the exit codes',
    async (args) => {
      const { code, out } = await spawnTurfwatch(args);

      expect(code).toBe(0);
      expect(out).toMatch(/Examples?:\n/);
      expect(out).toMatch(/[Ee]xit codes?:/);
    },
  );
});
