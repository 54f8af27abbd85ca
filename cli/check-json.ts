import { type Evidence, isMeasured } from '../functions/model/evidence.ts';
import { alternativeOf, reasonsOf } from '../functions/verdict/words.ts';
import type { JudgedBurst } from './check-judge.ts';

/** One judged burst as an object of the output; docs and scripts rely on the names and their order. */
export function toJson(burst: JudgedBurst, members: boolean): Record<string, unknown> {
  const { source, hashtag, startMs, endMs, verdict, groups } = burst;
  return {
    source,
    hashtag,
    start: iso(startMs),
    end: iso(endMs),
    posts: verdict.posts,
    accounts: verdict.accounts,
    verdict: verdict.level,
    strength: verdict.strength,
    evidence: verdict.evidence.map(evidenceToJson),
    thresholds: verdict.thresholds,
    standing: verdict.standing,
    undecidedBecause: verdict.undecidedBecause,
    reasons: reasonsOf(verdict),
    alternative: alternativeOf(verdict),
    judgedFrom: iso(verdict.startMs),
    judgedUntil: iso(verdict.endMs),
    ...(members ? { groups } : {}),
  };
}

function evidenceToJson(evidence: Evidence): Record<string, unknown> {
  const { signal, state } = evidence;
  if (!isMeasured(evidence)) return { signal, state, reason: evidence.reason };
  const { score, effect, accounts, detail } = evidence;
  return { signal, state, score, effect, accounts, detail };
}

function iso(ms: number): string {
  return new Date(ms).toISOString();
}
