import type { SignalName } from '../../functions/model/evidence.ts';
import type { VerdictLevel } from '../../functions/model/verdict.ts';
import { BURST } from '../../functions/settings/burst.ts';
import { FRESH_DETECTOR, observeAll } from '../../functions/signals/burst.ts';
import { drawVolume, POLLS_A_DAY, type VolumeScenario } from '../volume/hashtag-volume.ts';
import type { BenchCase } from './bench-cases.ts';
import { benchEvent, seenOf, watchedEvent } from './bench-run.ts';
import { chanceFrom } from './chance.ts';
import { QUESTIONS, type Question } from './expectations.ts';

export type Answer = 'yes' | 'no' | 'unmeasured';
export type Answered = {
  readonly answers: Readonly<Record<Question, Answer>>;
  readonly level: VerdictLevel;
};

/** The signals that answer a question by themselves; the volume before the event answers that of the burst. */
const SIGNALS_OF: Readonly<Record<Exclude<Question, 'burst'>, readonly SignalName[]>> = {
  synchrony: ['synchrony', 'sharp-end'],
  'near-duplicate': ['near-duplicate'],
  'account-age': ['account-age'],
  creation: ['creation-clustering'],
  concentration: ['concentration'],
  reuse: ['reuse'],
  deletion: ['deletion'],
  origin: ['origin'],
  impersonation: ['impersonation'],
};

/** A hashtag of moderate use: two posts in five minutes, day and night. */
const BEFORE: VolumeScenario = {
  name: 'before the event',
  mean: 2,
  size: 3,
  amplitude: 0.9,
  active: 1,
  drift: 0,
};
const DAYS_BEFORE = 14;
const BUCKET_MS = 300_000;
const DAY_MS = 86_400_000;

/** What is answered to each question while one event grows. */
export function answered(benchCase: BenchCase, seed: number): Answered {
  const { event, ...known } = benchEvent(benchCase, seed);
  const { stood, last, gravest } = watchedEvent(benchCase, { event, ...known });
  const answerOf = (question: Question): Answer => {
    if (question === 'burst') return bursts(benchCase, seed, seenOf(event)) ? 'yes' : 'no';
    const signals = SIGNALS_OF[question];
    if (signals.some((signal) => stood.includes(signal))) return 'yes';
    const measured = last.verdict.evidence.some(
      (one) => signals.includes(one.signal) && one.state === 'measured',
    );
    return measured ? 'no' : 'unmeasured';
  };
  const answers = Object.fromEntries(QUESTIONS.map((question) => [question, answerOf(question)]));
  return { answers: answers as Answered['answers'], level: gravest.level };
}

/** Whether the volume detector, which knows two weeks of the hashtag, raises an alarm worth an alert during the event. */
function bursts(
  { scenario }: BenchCase,
  seed: number,
  posts: readonly { readonly createdAt: string }[],
): boolean {
  const times = posts.map(({ createdAt }) => Date.parse(createdAt));
  const startMs = Math.floor((times[0] ?? 0) / BUCKET_MS) * BUCKET_MS;
  const days = Math.ceil(((times.at(-1) ?? 0) - startMs + 1) / DAY_MS);
  const chance = chanceFrom(seed).fork(`volume before ${scenario.id}`);
  const counts = [...drawVolume(BEFORE, DAYS_BEFORE + days, [], chance)];
  const first = DAYS_BEFORE * POLLS_A_DAY;
  // A quiet hashtag is itself the volume before.
  for (const atMs of scenario.id === 'O1' ? [] : times) {
    const bucket = first + Math.floor((atMs - startMs) / BUCKET_MS);
    counts[bucket] = (counts[bucket] ?? 0) + 1;
  }
  const buckets = counts.map((count, at) => ({
    startMs: startMs + (at - first) * BUCKET_MS,
    posts: count,
  }));
  const { observations } = observeAll(FRESH_DETECTOR, buckets, BURST);
  return observations.slice(first).some((one) => one?.alert ?? false);
}
