import { execFile } from 'node:child_process';
import { mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { SCENARIOS } from '../../../bench/simulator/scenarios/all.ts';

const IDS = SCENARIOS.map(({ id }) => id).join(', ');
const MAIN = fileURLToPath(new URL('../../../bench/simulator/main.ts', import.meta.url));

type Ended = { readonly code: number; readonly out: string; readonly errors: string };

function run(...options: readonly string[]): Promise<Ended> {
  return new Promise((resolve) => {
    const child = execFile(process.execPath, [MAIN, ...options], (_, out, errors) =>
      resolve({ code: child.exitCode ?? -1, out, errors }),
    );
  });
}

async function rowsOf(file: string): Promise<readonly Record<string, unknown>[]> {
  const text = gunzipSync(await readFile(file)).toString();
  return text
    .trimEnd()
    .split('\n')
    .map((row) => JSON.parse(row));
}

describe('the command line', () => {
  it('writes posts, and beside them the truth of each', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'turfwatch-'));
    const { code } = await run(
      '--scenario',
      'C1',
      '--posts',
      '300',
      '--dose',
      '0.5',
      '--out',
      folder,
    );
    const posts = await rowsOf(join(folder, 'posts.jsonl.gz'));
    const truth = await rowsOf(join(folder, 'truth.jsonl.gz'));

    expect(code).toBe(0);
    expect(truth.map(({ id }) => id)).toEqual(posts.map(({ id }) => id));
    expect(truth[0]).toMatchObject({ scenario: 'C1', label: 'covert', seed: 1, dose: 0.5 });
    expect(posts.every((post) => !('role' in post))).toBe(true);
  });

  it.each`
    options                                                         | message
    ${[]}                                                           | ${'--out requires a folder'}
    ${['--out', 'x']}                                               | ${`--scenario requires one of ${IDS}, got none`}
    ${['--out', 'x', '--scenario', 'C1', '--dose', '2']}            | ${'--dose requires a number above 0 and at most 1, got 2'}
    ${['--out', 'x', '--scenario', 'C1', '--set', 'lifeSeconds=3']} | ${'lifeSeconds must lie in 35..120, got 3'}
    ${['--out', 'x', '--scenario', 'O7', '--network', 'y']}         | ${'--network requires one of x, bluesky, mastodon, got y'}
    ${['--nonsense']}                                               | ${"Unknown option '--nonsense'"}
  `('ends with 2 and says: $message', async ({ options, message }) => {
    const { code, errors } = await run(...options);

    expect(code).toBe(2);
    expect(errors).toContain(message);
  });

  it('explains itself, with an example and the parameters of a scenario', async () => {
    const { code, out } = await run('--help', '--scenario', 'C1');

    expect(code).toBe(0);
    expect(out).toContain('Example: node bench/simulator/main.ts');
    expect(out).toContain('lifeSeconds        53 (35..120) M');
  });
});
