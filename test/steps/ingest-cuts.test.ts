import fc from 'fast-check';
import { expect, it } from 'vitest';
import { ingestSource } from '../../functions/adapters/ingest/ingest-source.ts';
import { memoryIngestStore } from '../../functions/adapters/memory/ingest-store.ts';
import { secretFrom } from '../../functions/adapters/secrets/secret.ts';
import type { IngestStore } from '../../functions/ports/ingest-store.ts';
import { INGEST } from '../../functions/settings/ingest.ts';
import { type IngestBatch, ingest } from '../../functions/steps/ingest.ts';
import { aSourcePost } from '../support/a-source-post.ts';
import { aWatch } from '../support/a-watch.ts';

const NOON = Date.UTC(2026, 0, 6, 12);
const MINUTE_MS = 60_000;
const MINUTES = 8;
/** Of a post that is deleted: longer than many a batch. */
const LIFE_MS = 50_000;
const END_MS = NOON + MINUTES * MINUTE_MS;

/** What happens to a batch on its way: which writes of it fail, before or after they are done. */
type Trip = { readonly failsAt: number; readonly isWritten: boolean; readonly again: boolean };

const CALM: Trip = { failsAt: 0, isWritten: false, again: false };

const trip = fc.record({
  failsAt: fc.integer({ min: 0, max: 6 }),
  isWritten: fc.boolean(),
  again: fc.boolean(),
});

const story = fc.record({
  posts: fc.array(
    fc.record({
      id: fc.integer({ min: 0, max: 40 }),
      ms: fc.integer({ min: 0, max: MINUTES * MINUTE_MS - 1 }),
      deleted: fc.boolean(),
    }),
    { maxLength: 60 },
  ),
  /** Ends of batches, minutes; what was made before is handed in before it is vouched for. */
  cuts: fc.uniqueArray(fc.integer({ min: 1, max: MINUTES }), { minLength: 1, maxLength: 5 }),
  trips: fc.array(trip, { minLength: 1, maxLength: 12 }),
  shuffle: fc.integer({ min: 1, max: 1_000 }),
});
type Story = typeof story extends fc.Arbitrary<infer S> ? S : never;

/** A store whose n-th write fails, having written or not. */
function failing(store: IngestStore, current: { trip: Trip; writes: number }): IngestStore {
  const guarded =
    <A extends unknown[], R>(write: (...args: A) => Promise<R>) =>
    async (...args: A): Promise<R> => {
      current.writes += 1;
      const fails = current.writes === current.trip.failsAt;
      if (fails && !current.trip.isWritten) throw new Error('died');
      const result = await write(...args);
      if (fails) throw new Error('died');
      return result;
    };
  return { ...store, add: guarded(store.add), saveVouched: guarded(store.saveVouched) };
}

/** Each post once, as it was made first; its deletion is told in a later line. */
function truthOf({ posts }: Story) {
  const byId = new Map<number, Story['posts'][number]>();
  for (const post of posts) if (!byId.has(post.id)) byId.set(post.id, post);
  return [...byId.values()];
}

function batchesOf(told: Story): readonly IngestBatch[] {
  const ends = [...told.cuts].sort((one, other) => one - other);
  const order = (id: number) => (id * 7_919 * told.shuffle) % 1_009;
  return ends.map((end, at) => {
    const fromMs = (ends[at - 1] ?? 0) * MINUTE_MS;
    const isNow = (ms: number) => ms >= fromMs && ms < end * MINUTE_MS;
    const lines = truthOf(told)
      .flatMap(({ id, ms, deleted }) => {
        const createdMs = NOON + ms;
        const post = aSourcePost(id, { createdMs, hashtags: ['harbour'] });
        const gone = { ...post, deletedMs: createdMs + LIFE_MS };
        return [
          ...(isNow(ms) ? [{ source: 'x', post }] : []),
          ...(deleted && isNow(ms + LIFE_MS) ? [{ source: 'x', post: gone }] : []),
        ];
      })
      .sort((one, other) => order(one.post.createdMs) - order(other.post.createdMs));
    const untilMs = NOON + end * MINUTE_MS;
    const vouchings = [{ fromMs: NOON + fromMs, untilMs, hashtags: ['harbour'] }];
    return { partner: 'newsroom', posts: lines, vouchings };
  });
}

async function play(told: Story) {
  const store = memoryIngestStore();
  const current = { trip: CALM, writes: 0 };
  const ports = {
    ingest: failing(store, current),
    watches: {
      get: async (watchId: string) =>
        watchId === 'ingest:harbour@newsroom' ? aWatch({ watchId, createdMs: NOON }) : undefined,
    },
    secret: secretFrom('a key for tests'),
  };
  let step = 0;
  const next = () => told.trips[step++ % told.trips.length] ?? CALM;
  let accepted = 0;
  const handIn = async (batch: IngestBatch, way: Trip): Promise<void> => {
    Object.assign(current, { trip: way, writes: 0 });
    accepted += (await ingest(batch, END_MS, ports, INGEST)).accepted;
  };
  for (const batch of batchesOf(told)) {
    const way = next();
    // Where no answer came the partner hands in the same again.
    await handIn(batch, way).catch(() => handIn(batch, CALM));
    if (way.again) await handIn(batch, CALM);
  }
  const source = ingestSource(store, { partner: 'newsroom', tellsDeletions: true });
  const span = { hashtag: 'harbour', fromMs: NOON, toMs: END_MS, nowMs: END_MS };
  return {
    accepted,
    counts: await source.counts(span, MINUTE_MS),
    posts: (await source.posts(span, 1_000)).posts,
  };
}

it('keeps what was made and counts it, however it is cut, repeated, shuffled and broken off', async () => {
  await fc.assert(
    fc.asyncProperty(story, async (told) => {
      const { accepted, counts, posts } = await play(told);
      const saidMs = Math.max(...told.cuts) * MINUTE_MS;
      const truth = truthOf(told).filter(({ ms }) => ms < saidMs);
      const inMinute = (minute: number) =>
        truth.filter(({ ms }) => Math.floor(ms / MINUTE_MS) === minute).length;

      expect(counts.map((count) => count.posts)).toEqual(
        Array.from({ length: saidMs / MINUTE_MS }, (_, minute) => inMinute(minute)),
      );
      const kept = posts.map((post) => ('sealed' in post ? post.sealed : undefined));
      expect(new Map(kept.map((post) => [post?.id, post?.deletedMs]))).toEqual(
        new Map(
          truth.map(({ id, ms, deleted }) => [
            `x:post-${id}`,
            deleted && ms + LIFE_MS < saidMs ? NOON + ms + LIFE_MS : null,
          ]),
        ),
      );
      expect(posts).toHaveLength(truth.length);
      expect(accepted).toBeLessThanOrEqual(truth.length);
    }),
    { numRuns: 400 },
  );
});
