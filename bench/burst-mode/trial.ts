import type { SourcePost } from '../../functions/model/post.ts';
import type { IntervalMinutes, SourceName } from '../../functions/model/watch.ts';
import type { SourceCapability } from '../../functions/ports/source.ts';
import { pollView } from '../simulator/blocks/poll-view.ts';
import { type Chance, chanceFrom } from '../simulator/chance.ts';
import { drawPoisson } from '../simulator/draw/poisson.ts';
import { ATTACK_MS, type AttackForm, drawAttack, ordinaryPost } from './attack.ts';
import { HASHTAG, playMonitor } from './play.ts';

export type Seen = {
  readonly attack: number;
  /** Of the attack's posts. */
  readonly posts: number;
  /** Of the posts seen: those that vanished until half an hour after the attack, */
  readonly vanished: number;
  /** and those of them that were missed. */
  readonly deletions: number;
};

export type Trial = {
  readonly form: AttackForm;
  /** Ordinary posts in five minutes. */
  readonly usual: number;
  /** From a poll of the steady watch to the attack's beginning, milliseconds. */
  readonly phaseMs: number;
  readonly seed: number;
  readonly intervalMinutes: IntervalMinutes;
  readonly source: SourceName;
  readonly differs?: Partial<SourceCapability>;
};

const MINUTE_MS = 60_000;
const SLOT_MS = 5 * MINUTE_MS;
const NOON = Date.UTC(2026, 0, 6, 12);
/** What a new watch is told of the past. */
const PAST_MS = 2 * 86_400_000;
/** The watch is there so long before. */
const SETTLED_MS = 60 * MINUTE_MS;
/** Looked for at half an hour the last time. */
const AFTER_MS = 40 * MINUTE_MS;

/** One attack on an ordinary hashtag, as a watch sees it that polls a burst every minute. */
export async function tryBurstMode(trial: Trial): Promise<Seen> {
  const { attack, startMs, all } = scene(trial);
  const { kept } = await playMonitor(
    all,
    NOON - SETTLED_MS,
    startMs + ATTACK_MS + AFTER_MS,
    trial.intervalMinutes,
    trial.source,
    trial.differs,
  );
  return tally(attack, startMs + ATTACK_MS + AFTER_MS, kept);
}

/** The same attack, as polls every five minutes and no others would see it. */
export function trySteady(trial: Trial): Seen {
  const { attack, startMs } = scene(trial);
  const lived = attack.map((post) => ({ ...post, deletedMs: post.deletedMs ?? null }));
  const untilMs = startMs + ATTACK_MS + AFTER_MS;
  return tally(attack, untilMs, pollView(lived, SLOT_MS, untilMs));
}

function scene({ form, usual, phaseMs, seed }: Trial) {
  const chance = chanceFrom(`burst mode ${seed}`);
  const startMs = NOON + phaseMs;
  const attack = drawAttack(form, startMs, HASHTAG, chance.fork('attack'));
  const ordinary = drawUsual(usual, startMs + ATTACK_MS + AFTER_MS, chance.fork('usual'));
  return { attack, startMs, all: [...ordinary, ...attack] };
}

function drawUsual(usual: number, untilMs: number, chance: Chance): readonly SourcePost[] {
  const posts: SourcePost[] = [];
  for (let slotMs = NOON - SETTLED_MS - PAST_MS; slotMs < untilMs; slotMs += SLOT_MS) {
    for (let left = drawPoisson(chance, usual); left > 0; left -= 1) {
      const atMs = Math.floor(slotMs + chance.uniform() * SLOT_MS);
      posts.push(ordinaryPost(`usual-${posts.length}`, `author-${posts.length}`, atMs, HASHTAG));
    }
  }
  return posts;
}

function tally(
  attack: readonly SourcePost[],
  untilMs: number,
  kept: readonly { readonly id: string; readonly deletedMs: number | null }[],
): Seen {
  const own = kept.filter(({ id }) => id.startsWith('attack-'));
  const endMs = new Map(attack.map(({ id, deletedMs }) => [id, deletedMs ?? untilMs]));
  const vanished = own.filter(({ id }) => (endMs.get(id) ?? untilMs) < untilMs);
  return {
    attack: attack.length,
    posts: own.length,
    vanished: vanished.length,
    deletions: vanished.filter(({ deletedMs }) => deletedMs !== null).length,
  };
}
