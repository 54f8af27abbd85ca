import type { SourcePost } from '../../functions/model/post.ts';
import type { Chance } from '../simulator/chance.ts';
import { drawNormal } from '../simulator/draw/normal.ts';

/** How an attack posts. */
export type AttackForm = {
  /** Posts in five minutes. */
  readonly posts: number;
  /** `stream`: evenly; `waves`: once in five minutes, all within 43 s. */
  readonly arrivals: 'stream' | 'waves';
  /** How long a post lives, milliseconds. */
  readonly life: (chance: Chance) => number;
};

export const ATTACK_MS = 30 * 60_000;
const WAVE_EVERY_MS = 5 * 60_000;
/** Length of a Turkish attack in the median (SIMULATOR C1, measured). */
const WAVE_MS = 43_000;
const ONCE_SHARE = 0.94;

/** 55 s; from the tenth to the ninetieth percentile 18 s lie, as inside one Turkish attack. */
export function lifeOf55s(chance: Chance): number {
  return Math.max(5_000, 55_000 + 7_000 * drawNormal(chance));
}

/** Half an hour of posts that their authors delete; 94 of 100 accounts post once, the others twice. */
export function drawAttack(
  form: AttackForm,
  startMs: number,
  hashtag: string,
  chance: Chance,
): readonly SourcePost[] {
  const offsets = form.arrivals === 'stream' ? streamed(form, chance) : inWaves(form, chance);
  let account = 0;
  return offsets.map((offsetMs, number) => {
    if (number === 0 || chance.uniform() < ONCE_SHARE) account += 1;
    const createdMs = Math.floor(startMs + offsetMs);
    return {
      ...ordinaryPost(`attack-${number}`, `attacker-${account}`, createdMs, hashtag),
      deletedMs: Math.floor(createdMs + form.life(chance)),
    };
  });
}

/** A post of which nothing matters but its times. */
export function ordinaryPost(
  id: string,
  authorId: string,
  createdMs: number,
  hashtag: string,
): SourcePost {
  return {
    id,
    authorId,
    createdMs,
    authorCreatedMs: null,
    repost: false,
    text: null,
    hashtags: [hashtag],
    language: null,
    followers: null,
  };
}

function streamed({ posts }: AttackForm, chance: Chance): readonly number[] {
  const count = Math.round((posts * ATTACK_MS) / WAVE_EVERY_MS);
  return Array.from({ length: count }, () => chance.uniform() * ATTACK_MS).sort(ascending);
}

function inWaves({ posts }: AttackForm, chance: Chance): readonly number[] {
  const waves = Array.from({ length: ATTACK_MS / WAVE_EVERY_MS }, (_, wave) => {
    const fromMs = wave * WAVE_EVERY_MS + chance.uniform() * (WAVE_EVERY_MS - WAVE_MS);
    return Array.from({ length: posts }, () => fromMs + chance.uniform() * WAVE_MS);
  });
  return waves.flat().sort(ascending);
}

function ascending(one: number, other: number): number {
  return one - other;
}
