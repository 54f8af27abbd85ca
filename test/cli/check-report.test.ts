import { describe, expect, it } from 'vitest';
import { anOrdinaryCrowd, aPush } from '../support/crowds.ts';
import { aPostLine, jsonLines } from '../support/post-lines.ts';
import { spawnTurfwatch } from '../support/spawn-turfwatch.ts';

const DAY_MS = 86_400_000;
const START_MS = Date.UTC(2026, 2, 2, 10);
const URDU = 'انتخابات_دھاندلی';

async function reportOn(lines: readonly unknown[], ...args: string[]): Promise<string> {
  const { code, out } = await spawnTurfwatch(['check', '-', ...args], jsonLines(lines));
  expect(code).toBe(0);
  return out;
}

describe('the report', () => {
  it('shows the gravest first, with reasons, the innocent reading and the volume', async () => {
    const out = await reportOn([
      ...anOrdinaryCrowd({ hashtag: 'harvest', startMs: START_MS }),
      ...aPush({ hashtag: 'bridge', startMs: START_MS + DAY_MS }),
      aPostLine({ id: 'one', hashtags: ['lonely'] }),
      aPostLine({ id: 'two', hashtags: ['lonely', 'thin'] }),
    ]);

    expect(out.indexOf('#bridge on x')).toBe(0);
    expect(out.indexOf('#bridge')).toBeLessThan(out.indexOf('#harvest'));
    expect(out).toContain('120 posts by 20 accounts');
    expect(out).toMatch(/\n {2}[▁▂▃▄▅▆▇█]{48}\n {2}a bar is 2.5 minutes, the highest \d posts\n/);
    expect(out).toMatch(/\n {2}· all 120 original posts repeat the same text word for word/);
    expect(out).toMatch(/\n {2}Could also be {1,2}a set text/);
    expect(out).toMatch(/\n {2}Would decide {2}whether a public call/);
    expect(out).toContain('Undecided: 2 bursts. Not enough to see by, which does not say organic');
    expect(out).toContain('#lonely on x, 2 of 50 posts that a verdict needs');
    expect(out).toContain('1 coordinated, 0 suspicious, 1 organic, 2 undecided');
    expect(out).toContain('What organic cannot rule out: A campaign of real people');
  });

  it('says so where there is nothing to judge', async () => {
    expect(await reportOn([])).toBe('No post carries a hashtag: there is nothing to judge\n');
  });

  it('says once what nobody could measure, and at each burst what it alone could not', async () => {
    const out = await reportOn([
      ...aPush({ hashtag: 'bridge', startMs: START_MS }),
      ...aPush({ hashtag: 'tower', startMs: START_MS + DAY_MS }).map((line) => ({
        ...line,
        text: null,
      })),
    ]);

    const unfolded = out.replace(/\s+/g, ' ');
    expect(
      unfolded.match(/deletion, equal lives \(vanished posts were not looked for\)/g),
    ).toHaveLength(1);
    expect(out).toMatch(/Nowhere measured: [^#]*deletion/);
    expect(unfolded).toMatch(/#tower[^#]*Not measured copies \(0 of 20 original texts/);
  });

  it('folds long lists with a count, and unfolds them on request', async () => {
    const lines = Array.from({ length: 13 }, (_, n) =>
      aPush({ hashtag: `push${n}`, startMs: START_MS + n * DAY_MS }),
    ).flat();
    const thin = Array.from({ length: 5 }, (_, n) =>
      aPostLine({ id: `t${n}`, hashtags: [`thin${n}`] }),
    );

    const folded = await reportOn([...lines, ...thin]);
    const all = await reportOn([...lines, ...thin], '--all');

    expect(folded.match(/Could also be/g)).toHaveLength(10);
    expect(folded).toContain('Also coordinated: 3 bursts\n');
    expect(folded).toContain('  and 2 more undecided; --all shows them, --json lists each\n');
    expect(all.match(/Could also be/g)).toHaveLength(13);
    expect(all).not.toContain('more undecided');
  });

  it('stays within its width and aligns its numbers', async () => {
    const lines = Array.from({ length: 3 }, (_, n) =>
      anOrdinaryCrowd({
        hashtag: `crowd${n}`,
        startMs: START_MS + n * DAY_MS,
        accounts: 60 + 20 * n,
      }),
    ).flat();

    const out = await reportOn(lines);

    expect(Math.max(...out.split('\n').map((line) => line.length))).toBeLessThanOrEqual(100);
    expect(out).toMatch(/\n {2}0\.\d\d {2} *\d+ posts {2} *\d+ accounts {2}#crowd\d on x, /);
  });

  it('sets a hashtag from right to left apart, and lets none command the screen', async () => {
    const out = await reportOn([
      ...aPush({ hashtag: URDU, startMs: START_MS }),
      ...aPush({ hashtag: 'red\u001b[2Jalert\u202e', startMs: START_MS + DAY_MS }),
    ]);

    expect(out).toContain(`\u2068#${URDU}\u2069 on x`);
    expect(out).toContain('#red[2jalert on x');
    expect(out).not.toContain('\u001b');
  });
});

describe('--json', () => {
  it('tells the volume, the share and the groups, and names accounts only on request', async () => {
    const push = aPush({ hashtag: 'bridge', startMs: START_MS });

    const [plain] = (await reportOn(push, '--json'))
      .split('\n')
      .map((line) => line && JSON.parse(line));

    expect(plain.volume).toHaveLength(48);
    expect(plain.volume.reduce((sum: number, posts: number) => sum + posts, 0)).toBe(120);
    expect(plain).toHaveProperty('share');
    for (const group of plain.groups) {
      expect(group).toMatchObject({ size: expect.any(Number), posts: expect.any(Number) });
      expect(group).not.toHaveProperty('accounts');
    }
  });
});
