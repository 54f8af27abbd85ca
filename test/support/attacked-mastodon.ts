import { ATTACK_MS, type AttackForm, drawAttack } from '../../bench/burst-mode/attack.ts';
import { chanceFrom } from '../../bench/simulator/chance.ts';
import { drawPoisson } from '../../bench/simulator/draw/poisson.ts';
import { mastodonSource } from '../../functions/adapters/mastodon/mastodon-source.ts';
import { type Watch, watchIdOf } from '../../functions/model/watch.ts';
import { aWatch } from './a-watch.ts';
import { openMonitor } from './memory-monitor.ts';
import { type VanishingPost, vanishingNetwork } from './vanishing-network.ts';

const MINUTE_MS = 60_000;
const SLOT_MS = 5 * MINUTE_MS;
const WEEK_MS = 7 * 86_400_000;
const NOON = Date.UTC(2026, 0, 20, 12);
const HASHTAG = 'cityrun';
/** Requests in five minutes, of every server whose owner did not change it. */
const GRANTED = 300;

export type AttackedMastodon = {
  readonly form: AttackForm;
  /** Ordinary posts in five minutes. */
  readonly usual: number;
  /** From a poll of the quiet watch to the attack's beginning, milliseconds. */
  readonly phaseMs: number;
  readonly seed: number;
  /** The watch is there so long before, milliseconds. */
  readonly settledMs: number;
  /** Played so long after the attack, milliseconds. */
  readonly afterMs: number;
};

/**
 * Plays polls as dispatch sends them over a server with Mastodon's API and limits: a week of ordinary
 * posts, a new watch that reads them as its past, half an hour of an attack. All times are from the
 * attack's beginning.
 */
export async function playAttack(of: AttackedMastodon) {
  const { startMs, attack, ordinary } = scene(of);
  const server = await vanishingNetwork([...ordinary, ...attack]);
  server.grants = GRANTED;
  const clock = () => server.nowMs;
  const source = mastodonSource(server.host, { scheme: 'http', clock });
  const polls: number[] = [];
  const monitor = openMonitor(source, undefined, ({ atMs }) => {
    server.nowMs = atMs;
    polls.push(atMs - startMs);
  });
  const { watches, bursts, posts } = monitor.stores;
  const watchId = watchIdOf('mastodon', HASHTAG, server.host);
  const asked = { watchId, hashtag: HASHTAG, source: 'mastodon', place: server.host } as const;
  const fromMs = NOON - of.settledMs;
  await watches.save(aWatch({ ...asked, phaseMinutes: 0, createdMs: fromMs }));

  const states: { readonly atMs: number; readonly state: Watch['state'] | undefined }[] = [];
  for (let atMs = fromMs; atMs <= startMs + ATTACK_MS + of.afterMs; atMs += MINUTE_MS) {
    await monitor.tick(atMs);
    const state = (await watches.get(watchId))?.state;
    if (state !== states.at(-1)?.state) states.push({ atMs: atMs - startMs, state });
  }
  await server.close();
  const found = await bursts.ofWatch(watchId, 100);
  const kept = await Promise.all(found.map(({ burstId }) => posts.read(burstId)));
  const own = new Set(server.idsOf(({ deletedMs }) => deletedMs !== undefined));
  const seen = kept.flat().filter(({ id }) => own.has(id));
  return {
    posts: seen.length / attack.length,
    deletions: seen.filter(({ deletedMs }) => deletedMs !== null).length / seen.length,
    polls,
    states,
    bursts: found.map((burst) => ({ ...burst, startMs: burst.startMs - startMs })),
    requests: [...server.requests].map(([ms, requests]) => ({ atMs: ms - startMs, requests })),
  };
}

function scene({ form, usual, phaseMs, seed, settledMs, afterMs }: AttackedMastodon) {
  const chance = chanceFrom(`attacked mastodon ${seed}`);
  const startMs = NOON + phaseMs;
  const attack = drawAttack(form, startMs, HASHTAG, chance.fork('attack')).map(
    ({ createdMs, deletedMs }) => ({ createdMs, deletedMs: deletedMs ?? undefined }),
  );
  const often = chance.fork('usual');
  const ordinary: VanishingPost[] = [];
  const untilMs = startMs + ATTACK_MS + afterMs;
  for (let slotMs = NOON - settledMs - WEEK_MS; slotMs < untilMs; slotMs += SLOT_MS)
    for (let left = drawPoisson(often, usual); left > 0; left -= 1)
      ordinary.push({ createdMs: Math.floor(slotMs + often.uniform() * SLOT_MS) });
  return { startMs, attack, ordinary };
}
