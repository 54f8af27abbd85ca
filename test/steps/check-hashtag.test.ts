import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { memoryCheckStore } from '../../functions/adapters/memory/check-store.ts';
import { openArchive } from '../../functions/adapters/replay/archive.ts';
import { replaySource } from '../../functions/adapters/replay/replay-source.ts';
import { secretFrom } from '../../functions/adapters/secrets/secret.ts';
import { ConflictError, SourceError } from '../../functions/model/errors.ts';
import type { Source } from '../../functions/ports/source.ts';
import { DETECTION } from '../../functions/settings/detection.ts';
import { checkHashtag } from '../../functions/steps/check-hashtag.ts';
import { aCheck } from '../support/a-check.ts';
import { aPostLine, jsonLines } from '../support/post-lines.ts';

const NOW_MS = Date.UTC(2026, 2, 3, 18);
const HOUR_MS = 3_600_000;

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'turfwatch-check-'));
});
afterEach(() => rm(folder, { recursive: true }));

/** Posts at these hours before now; every third says the same. */
async function sourceOf(hoursAgo: readonly number[]): Promise<Source> {
  const lines = hoursAgo.map((hours, index) =>
    aPostLine({
      id: `p${index}`,
      author: `a${index}`,
      authorCreatedAt: null,
      createdAt: new Date(NOW_MS - hours * HOUR_MS).toISOString(),
      text: index % 3 === 0 ? 'all of us want the old harvest market back now' : null,
    }),
  );
  const file = join(folder, 'posts.jsonl');
  await writeFile(file, jsonLines(lines));
  return replaySource(await openArchive([file]));
}

async function setUp(source: Source) {
  const checks = memoryCheckStore();
  await checks.save(aCheck({ hashtag: 'harvest' }));
  const ports = { checks, sourceOf: () => source, secret: secretFrom('key') };
  return { checks, run: () => checkHashtag('check-1', NOW_MS, ports, DETECTION) };
}

it('reads the last 24 hours to their edges, each post once, and judges them', async () => {
  const within = [0.001, 1, 2.5, 3, 6, 11.9, 12, 23.9, 24];
  const spread = Array.from({ length: 120 }, (_, index) => 0.1 + index * 0.19);
  const source = await sourceOf([...within, ...spread, 24.001, 30]);
  const { run } = await setUp(source);

  const check = await run();

  expect(check).toMatchObject({ state: 'done', postsRead: 129, failure: null });
  expect(check?.verdict).toMatchObject({ posts: 129, accounts: 129, standing: ['text'] });
  const deletion = check?.verdict?.evidence.find(({ signal }) => signal === 'deletion');
  expect(deletion?.state).toBe('unmeasured');
});

it('keeps its progress after each stretch of time', async () => {
  const source = await sourceOf([0.5, 0.6, 2, 5, 20]);
  const { checks } = await setUp(source);
  const read: (number | undefined)[] = [];
  const slow: Source = {
    ...source,
    posts: async (span, limit) => {
      read.push((await checks.get('check-1'))?.postsRead);
      return source.posts(span, limit);
    },
  };

  const check = await runWith(slow, checks);

  expect(read).toEqual([0, 2, 3, 4, 4]);
  expect(check?.postsRead).toBe(5);
});

function runWith(source: Source, checks: ReturnType<typeof memoryCheckStore>) {
  const ports = { checks, sourceOf: () => source, secret: secretFrom('key') };
  return checkHashtag('check-1', NOW_MS, ports, DETECTION);
}

it('is undecided about a hashtag without posts', async () => {
  const { run } = await setUp(await sourceOf([100]));

  expect(await run()).toMatchObject({ state: 'done', verdict: { level: 'undecided', posts: 0 } });
});

it('keeps in words why the source failed, and how far it came', async () => {
  const source = await sourceOf([0.5, 2]);
  const failing: Source = {
    ...source,
    posts: (span, limit) => {
      if (span.toMs < NOW_MS - 2 * HOUR_MS) {
        throw new SourceError('the server asks to wait until 18:05', { retryable: true });
      }
      return source.posts(span, limit);
    },
  };
  const { run, checks } = await setUp(failing);

  expect(await run()).toMatchObject({
    state: 'failed',
    failure: 'the server asks to wait until 18:05',
    postsRead: 2,
    verdict: null,
  });
  expect(await runWith(source, checks)).toMatchObject({ state: 'failed', postsRead: 2 });
});

it('does not repeat a check that is done', async () => {
  const { run, checks } = await setUp(await sourceOf([1, 2]));
  const first = await run();

  expect(await run()).toEqual(first);
  expect(await checks.get('check-1')).toEqual(first);
});

it('takes up again a check whose first run died', async () => {
  const source = await sourceOf([1, 2]);
  const { run, checks } = await setUp({
    ...source,
    posts: async () => {
      throw new Error('the function ran out of time');
    },
  });
  await expect(run()).rejects.toThrow('out of time');
  expect((await checks.get('check-1'))?.state).toBe('running');

  expect(await runWith(source, checks)).toMatchObject({ state: 'done', postsRead: 2 });
});

it('gives way to a run of the same check that is ahead', async () => {
  const source = await sourceOf([1, 2]);
  const { checks } = await setUp(source);
  const overtaken: Source = {
    ...source,
    posts: async () => {
      await runWith(source, checks);
      return { posts: [], fromMs: 0 };
    },
  };

  await expect(runWith(overtaken, checks)).rejects.toThrow(ConflictError);
  expect(await checks.get('check-1')).toMatchObject({ state: 'done', postsRead: 2 });
});

it('knows nothing of a check that nobody asked for', async () => {
  const { checks } = await setUp(await sourceOf([1]));
  const ports = { checks, sourceOf: () => Promise.reject(), secret: secretFrom('key') };

  expect(await checkHashtag('nobody', NOW_MS, ports as never, DETECTION)).toBeUndefined();
});
