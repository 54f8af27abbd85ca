import { mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { pollView } from '../../../bench/simulator/blocks/poll-view.ts';
import { demoWeek, writeDemoWeek } from '../../../bench/simulator/demo-week.ts';
import { sealed } from '../../../bench/simulator/sealed.ts';
import { normaliseHashtag } from '../../../functions/model/hashtag.ts';

const week = demoWeek();
const HOUR_MS = 3_600_000;

describe('demoWeek', () => {
  it('is one week, in order, small enough to replay while somebody watches', () => {
    const times = week.posts.map(({ createdAt }) => Date.parse(createdAt));

    expect(week.posts.length).toBeGreaterThan(15_000);
    expect(week.posts.length).toBeLessThan(30_000);
    expect(times).toEqual(times.toSorted((one, other) => one - other));
    expect(times[0]).toBeGreaterThanOrEqual(week.startMs);
    expect(times.at(-1)).toBeLessThan(week.endMs);
    expect(new Set(week.posts.map(({ id }) => id)).size).toBe(week.posts.length);
  });

  it('holds ordinary hashtags in three scripts, and every kind of event', () => {
    const events = week.truth.filter(({ scenario }) => scenario !== 'O1');

    expect(events.map(({ scenario }) => scenario).toSorted()).toEqual([
      'C1',
      'C2',
      'C2',
      'C2',
      'O3',
      'O6',
      'O8',
    ]);
    expect(week.hashtags.some((hashtag) => /\p{Script=Arabic}/u.test(hashtag))).toBe(true);
    expect(week.hashtags.some((hashtag) => /\p{Script=Devanagari}/u.test(hashtag))).toBe(true);
    expect(week.hashtags.map(normaliseHashtag)).toEqual(week.hashtags);
  });

  it('leaves each hashtag a quiet day before its event', () => {
    for (const { hashtag, startMs } of week.truth.filter(({ scenario }) => scenario !== 'O1')) {
      const before = week.posts.filter(
        (post) => post.hashtags[0] === hashtag && Date.parse(post.createdAt) < startMs,
      );

      expect(startMs - week.startMs).toBeGreaterThan(24 * HOUR_MS);
      expect(before.length).toBeGreaterThan(30);
    }
  });

  it('lets a poll every five minutes see most of the first attack, and of later ones hardly any', () => {
    const attack = week.truth.find(({ scenario }) => scenario === 'C1');
    const core = new Set(attack?.posts.filter(({ role }) => role === 'core').map(({ id }) => id));
    const posts = sealed(week.posts.filter(({ id }) => core.has(id)));
    const startMs = attack?.startMs ?? 0;
    const first = posts.filter(({ createdMs }) => createdMs < startMs + 120_000);

    expect(first.length).toBeGreaterThanOrEqual(300);
    expect(pollView(first, 300_000, week.endMs).length / first.length).toBeGreaterThan(0.9);
    expect(posts.length).toBeGreaterThan(4 * first.length);
    expect(pollView(posts, 60_000, week.endMs).length / posts.length).toBeGreaterThan(0.6);
    expect((startMs - week.startMs) / (week.endMs - week.startMs)).toBeLessThan(0.25);
  });

  it('lets the second push be known by who takes part', () => {
    const cores = week.truth
      .filter(({ scenario }) => scenario === 'C2')
      .map(({ posts }) => {
        const ids = new Set(posts.filter(({ role }) => role === 'core').map(({ id }) => id));
        return new Set(week.posts.filter(({ id }) => ids.has(id)).map(({ author }) => author));
      });
    const [first, second, main] = cores as [Set<string>, Set<string>, Set<string>];

    const inFirst = [...second].filter((author) => first.has(author));
    const known = [...main].filter((author) => first.has(author) || second.has(author));
    expect(inFirst.length).toBeGreaterThan(5);
    expect(known.length / main.size).toBeGreaterThan(0.4);
  });
});

describe('writeDemoWeek', () => {
  it('writes the posts as JSON lines and nothing of their truth, each time the same bytes', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'turfwatch-'));
    await writeDemoWeek(join(folder, 'one.jsonl.gz'));
    await writeDemoWeek(join(folder, 'other.jsonl.gz'));

    const bytes = await readFile(join(folder, 'one.jsonl.gz'));
    const rows = gunzipSync(bytes).toString().trimEnd().split('\n');
    expect(bytes.equals(await readFile(join(folder, 'other.jsonl.gz')))).toBe(true);
    expect(rows.map((row) => JSON.parse(row))).toEqual(week.posts);
    expect(rows.join('')).not.toContain('"role"');
  });
});
