import { afterEach, describe, expect, it } from 'vitest';
import { mastodonSource } from '../../functions/adapters/mastodon/mastodon-source.ts';
import { watchIdOf } from '../../functions/model/watch.ts';
import { aWatch } from '../support/a-watch.ts';
import { chanceOf } from '../support/chance-of.ts';
import { openMonitor } from '../support/memory-monitor.ts';
import { type VanishingPost, vanishingNetwork } from '../support/vanishing-network.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const NOON = Date.UTC(2026, 0, 20, 12);

const COPIED = 'the council has to hear us now every voice counts share this until they answer';

/** An ordinary post each five minutes for eight days, and for four hours one each ten seconds more. */
function posts(more: Pick<VanishingPost, 'text'> = {}): readonly VanishingPost[] {
  const chance = chanceOf(5);
  const found: VanishingPost[] = [];
  for (let ms = NOON - 192 * HOUR_MS; ms < NOON + 6 * HOUR_MS; ms += 5 * MINUTE_MS)
    found.push({ createdMs: Math.floor(ms + chance() * 5 * MINUTE_MS) });
  for (let ms = NOON; ms < NOON + 4 * HOUR_MS; ms += 10_000) found.push({ ...more, createdMs: ms });
  return found;
}

let network: Awaited<ReturnType<typeof vanishingNetwork>> | undefined;
afterEach(() => network?.close());

/** A monitor that has watched since an hour before noon, on a clock that `play` moves. */
async function watching(all: readonly VanishingPost[]) {
  const server = await vanishingNetwork(all);
  network = server;
  const clock = () => server.nowMs;
  const monitor = openMonitor(mastodonSource(server.host, { scheme: 'http', clock }));
  const watchId = watchIdOf('mastodon', 'cityrun', server.host);
  const of = { watchId, hashtag: 'cityrun', source: 'mastodon', place: server.host } as const;
  await monitor.stores.watches.save(aWatch({ ...of, createdMs: NOON - HOUR_MS }));
  const play = async (fromMs: number, toMs: number) => {
    for (let atMs = fromMs; atMs < toMs; atMs += MINUTE_MS) {
      server.nowMs = atMs;
      await monitor.tick(atMs);
    }
  };
  return { server, monitor, watchId, play };
}

describe('a server that fails for three hours of an open burst', () => {
  it('has them counted and read once it answers, in the same burst', async () => {
    const all = posts();
    const { server, monitor, watchId, play } = await watching(all);

    await play(NOON - HOUR_MS, NOON + 30 * MINUTE_MS);
    const [opened] = await monitor.stores.bursts.ofWatch(watchId, 10);
    expect(opened).toMatchObject({ endMs: null });
    server.fails = true;
    await play(NOON + 30 * MINUTE_MS, NOON + 210 * MINUTE_MS);
    const watch = await monitor.stores.watches.get(watchId);
    expect(watch?.health).toMatchObject({
      state: 'stale',
      reason: expect.stringMatching(/has failed .* since/),
    });
    const before = await monitor.stores.baselines.load(watchId);
    expect(before?.learnedUntilMs).toBeLessThanOrEqual(NOON + 30 * MINUTE_MS);

    server.fails = false;
    await play(NOON + 210 * MINUTE_MS, NOON + 6 * HOUR_MS);

    expect((await monitor.stores.watches.get(watchId))?.health).toEqual({ state: 'ok' });
    const bursts = await monitor.stores.bursts.ofWatch(watchId, 10);
    expect(bursts.map(({ startMs }) => startMs)).toEqual([opened?.startMs]);
    const [burst] = bursts;
    const volume = await monitor.stores.baselines.volume(
      watchId,
      NOON + 30 * MINUTE_MS,
      NOON + 4 * HOUR_MS,
    );
    const counted = volume.flatMap(({ startMs, bucketMinutes, posts }) =>
      posts
        .map((count, bucket) => ({ count, ms: startMs + bucket * bucketMinutes * MINUTE_MS }))
        .filter(({ ms }) => ms >= NOON + 30 * MINUTE_MS && ms < NOON + 235 * MINUTE_MS),
    );
    // What a thousand posts do not reach is a gap; nothing of it is quiet.
    expect(counted.filter(({ count }) => count === null).length).toBeLessThanOrEqual(6);
    expect(Math.min(...counted.map(({ count }) => count ?? 30))).toBeGreaterThanOrEqual(29);
    const during = ({ createdMs }: { readonly createdMs: number }) =>
      createdMs >= (burst?.startMs ?? 0) && createdMs < NOON + 4 * HOUR_MS;
    const kept = (await monitor.stores.posts.read(burst?.burstId ?? '')).filter(during);
    expect(new Set(kept.map(({ id }) => id)).size).toBe(kept.length);
    const unreadMs = (burst?.unread ?? []).reduce((sum, gap) => sum + gap.toMs - gap.fromMs, 0);
    expect(unreadMs).toBeLessThan(25 * MINUTE_MS);
    const unread = (ms: number) =>
      (burst?.unread ?? []).some(({ fromMs, toMs }) => ms >= fromMs && ms < toMs);
    const due = all.filter((post) => during(post) && !unread(post.createdMs));
    expect(kept.filter(({ createdMs }) => !unread(createdMs))).toHaveLength(due.length);
  }, 60_000);

  it('tells an alert of that burst once, whatever the outage held', async () => {
    const { server, monitor, watchId, play } = await watching(posts({ text: COPIED }));
    await play(NOON - HOUR_MS, NOON + 60 * MINUTE_MS);
    const told = monitor.published.map(({ alertId }) => alertId);
    const [alerted] = await monitor.stores.bursts.ofWatch(watchId, 10);
    expect(told).toEqual([alerted?.alert?.alertId]);
    expect(alerted).toMatchObject({ endMs: null, alert: { state: 'sent' } });

    server.fails = true;
    await play(NOON + 60 * MINUTE_MS, NOON + 240 * MINUTE_MS);
    expect((await monitor.stores.watches.get(watchId))?.health.state).toBe('stale');
    server.fails = false;
    await play(NOON + 240 * MINUTE_MS, NOON + 12 * HOUR_MS);

    const bursts = await monitor.stores.bursts.ofWatch(watchId, 10);
    expect(bursts.map(({ startMs }) => startMs)).toEqual([alerted?.startMs]);
    // Judged again behind the outage, by posts that it had kept from us.
    expect(bursts[0]?.verdict?.posts).toBeGreaterThan(alerted?.verdict?.posts ?? 0);
    expect(bursts[0]?.endMs).not.toBeNull();
    expect(monitor.published.map(({ alertId }) => alertId)).toEqual(told);
  }, 60_000);
});
