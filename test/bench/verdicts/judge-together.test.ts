import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { COMMUNITIES } from '../../../bench/verdicts/communities.ts';
import { judgeTogether } from '../../../bench/verdicts/judge-together.ts';
import { DATA, hasCorpus, readSet, type TaggedPost } from '../../../bench/verdicts/read-corpus.ts';
import { DETECTION } from '../../../functions/settings/detection.ts';
import { aFolder } from '../../support/a-folder.ts';
import { aPost } from '../../support/a-post.ts';
import { runTurfwatch } from '../../support/run-turfwatch.ts';

const DAY_MS = 86_400_000;
const START_MS = Date.UTC(2026, 0, 5);
const { minPosts, minAccounts } = DETECTION.thresholds;
const TIMEOUT_MS = 120_000;

/** Five hashtags on five days, a third of the accounts at all of them; some posts carry two. */
const TAGGED: readonly TaggedPost[] = Array.from({ length: 900 }, (_, at) => {
  const day = at % 5;
  const createdMs = START_MS + day * DAY_MS + Math.floor(at / 5) * 61_000;
  return {
    source: 'x',
    hashtags: at % 15 === 0 ? [`tag${day}`, `side${day}`] : [`tag${day}`],
    post: aPost(at, {
      account: at % 3 === 0 ? `regular${Math.floor(at / 15)}` : `guest${at}`,
      createdMs,
      accountCreatedMs: START_MS - ((at * 7919) % 3000) * DAY_MS,
      text: null,
      language: null,
      followersBucket: null,
      deletedMs: at % 7 === 0 ? createdMs + 90_000 : null,
    }),
  };
});

const iso = (ms: number | null) => (ms === null ? null : new Date(ms).toISOString());

async function written(tagged: readonly TaggedPost[]): Promise<string> {
  const file = join(await aFolder(), 'posts.jsonl');
  const lines = tagged.map(({ post, source, hashtags }) => {
    const deletedAt = iso(post.deletedMs);
    return JSON.stringify({
      id: post.id,
      source,
      hashtags,
      createdAt: iso(post.createdMs),
      author: post.account,
      authorCreatedAt: iso(post.accountCreatedMs),
      repost: post.repost,
      text: null,
      ...(deletedAt === null ? {} : { deletedAt }),
    });
  });
  await writeFile(file, `${lines.join('\n')}\n`);
  return file;
}

type Checked = Readonly<Record<'hashtag' | 'start' | 'verdict', string>> & {
  readonly posts: number;
  readonly accounts: number;
  readonly evidence: readonly unknown[];
};

/** What the command itself says of every burst that is thick enough; the order of equals aside. */
async function checked(args: readonly string[]): Promise<readonly Checked[]> {
  const { stdout, stderr, code } = await runTurfwatch(['check', ...args, '--json']).finished;
  expect(code, stderr).toBe(0);
  const bursts = stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Checked);
  return bursts.filter(({ posts, accounts }) => posts >= minPosts && accounts >= minAccounts);
}

const sorted = (lines: readonly string[]) => lines.toSorted();
const evidenceOf = (evidence: readonly unknown[]) => JSON.stringify(evidence);

describe('bursts of files judged together', { timeout: TIMEOUT_MS }, () => {
  it.each([
    ['1d', { spanMs: DAY_MS }, []],
    ['1h', { spanMs: DAY_MS / 24 }, []],
    ['70', { posts: 70 }, []],
    ['1d', { spanMs: DAY_MS }, ['reuse']],
  ] as const)('are those of turfwatch check --window %s', async (window, cut, without) => {
    const file = judgeTogether(TAGGED, cut);
    const left = without.length === 0 ? [] : ['--without', without.join(',')];
    const answers = await checked([await written(TAGGED), '--window', window, ...left]);
    const own = file.bursts.map((one) => ({
      hashtag: one.hashtag,
      verdict: file.judge(one, DETECTION, { without }),
    }));

    expect(own.length).toBeGreaterThan(4);
    expect(
      sorted(
        own.map(({ hashtag, verdict }) =>
          [hashtag, verdict.level, verdict.posts, evidenceOf(verdict.evidence)].join(' '),
        ),
      ),
    ).toEqual(
      sorted(
        answers.map(({ hashtag, verdict, posts, evidence }) =>
          [hashtag, verdict, posts, evidenceOf(evidence)].join(' '),
        ),
      ),
    );
  });

  it('measure reuse where hashtags came before, so that the comparison says something', () => {
    const file = judgeTogether(TAGGED, { spanMs: DAY_MS });
    const reuse = file.bursts
      .map((one) => file.judge(one, DETECTION))
      .flatMap(({ evidence }) => evidence.filter(({ signal }) => signal === 'reuse'));

    expect(reuse.map(({ state }) => state)).toContain('measured');
  });
});

if (!hasCorpus()) {
  console.info('skipped: the evaluation data is not beside the repository (see TURFWATCH_DATA)');
}

describe.skipIf(!hasCorpus())('sister events', { timeout: TIMEOUT_MS }, () => {
  it.each(Object.entries(COMMUNITIES))('of %s are judged as the command does', async (_, sets) => {
    const file = judgeTogether((await Promise.all(sets.map(readSet))).flat(), { spanMs: DAY_MS });
    const files = sets.map((set) => `${DATA}/${set}.jsonl.gz`);
    const answers = await checked([...files, '--window', '1d']);

    expect(file.bursts.length).toBeGreaterThan(10);
    expect(
      sorted(file.bursts.map((one) => `${one.hashtag} ${file.judge(one, DETECTION).level}`)),
    ).toEqual(sorted(answers.map(({ hashtag, verdict }) => `${hashtag} ${verdict}`)));
  });
});
