import { describe, expect, it } from 'vitest';
import { DETECTION } from '../../functions/settings/detection.ts';
import { SHADOW } from '../../functions/settings/shadow.ts';
import { anOrdinaryCrowd, aPush } from '../support/crowds.ts';
import { jsonLines } from '../support/post-lines.ts';
import { spawnTurfwatch } from '../support/spawn-turfwatch.ts';

const START_MS = Date.UTC(2026, 2, 2, 10);
const TEXT = 'ring the bells of the old town at noon for our school';

/** Every seventh says the same: fewer than the version that speaks asks for, more than the one on trial does. */
const chorus = anOrdinaryCrowd({ hashtag: 'bells', startMs: START_MS }).map((post, index) =>
  index % 7 === 0 ? { ...post, text: TEXT, repost: false } : post,
);
const push = aPush({ hashtag: 'bridge', startMs: START_MS });

const check = (...args: string[]) =>
  spawnTurfwatch(['check', '-', ...args], jsonLines([...chorus, ...push]));

describe.skipIf(SHADOW === null)('turfwatch check --shadow', () => {
  const trial = SHADOW?.thresholds.version;

  it('says what the version on trial would say otherwise', async () => {
    const { code, out } = await check('--shadow');

    expect(code).toBe(0);
    expect(out).toContain(
      `Version ${trial}, on trial beside ${DETECTION.version}: differs on 1 of 2 bursts`,
    );
    expect(out).toMatch(/organic → suspicious {2}#bells on x, 2 Mar 2026 10:0\d UTC: many copies/);
    expect(out).not.toMatch(/→ .*#bridge/);
  });

  it('prints it with each object of --json, and nothing of it unless asked', async () => {
    const asked = await check('--shadow', '--json');
    const plain = await check('--json');

    const objects = asked.out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(objects.map(({ verdict, shadow }) => [verdict, shadow.verdict, shadow.differs])).toEqual(
      expect.arrayContaining([
        ['organic', 'suspicious', true],
        ['coordinated', 'coordinated', false],
      ]),
    );
    expect(objects[0].shadow.thresholds).toBe(trial);
    const bare = objects.map(({ shadow: _, ...rest }) => rest);
    expect(
      plain.out
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line)),
    ).toEqual(bare);
  });
});
