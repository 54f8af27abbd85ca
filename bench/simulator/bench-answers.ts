import type { SignalName } from '../../functions/model/evidence.ts';
import type { VerdictLevel } from '../../functions/model/verdict.ts';
import type { BenchCase } from './bench-cases.ts';
import { benchEvent } from './bench-event.ts';
import { watchedEvent } from './bench-run.ts';
import { QUESTIONS, type Question } from './expectations.ts';

export type Answer = 'yes' | 'no' | 'unmeasured';
export type Answered = {
  readonly answers: Readonly<Record<Question, Answer>>;
  readonly level: VerdictLevel;
};

/**
 * The signals that answer a question, of everybody or of those who came back; the volume detector
 * answers that of the burst.
 */
const SIGNALS_OF: Readonly<Record<Exclude<Question, 'burst'>, readonly SignalName[]>> = {
  synchrony: ['synchrony', 'sharp-end', 'volleys', 'pulse-shape'],
  'near-duplicate': ['near-duplicate', 'returning-copies'],
  'account-age': ['account-age'],
  creation: ['creation-clustering', 'returning-creation'],
  concentration: ['concentration', 'returning-concentration'],
  reuse: ['reuse', 'copier-return'],
  deletion: ['deletion'],
  origin: ['origin'],
  impersonation: ['impersonation'],
};

/** What is answered to each question while one event grows. */
export function answered(benchCase: BenchCase, seed: number): Answered {
  const met = benchEvent(benchCase, seed);
  const { stood, last, gravest } = watchedEvent(benchCase, met);
  const answerOf = (question: Question): Answer => {
    if (question === 'burst') return met.volume.alerted ? 'yes' : 'no';
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
