import type { VerdictBrief, VerdictView } from '../contract/verdict.ts';
import type { Evidence } from '../model/evidence.ts';
import type { Verdict } from '../model/verdict.ts';
import type { Words } from './api-deps.ts';
import { instant } from './api-instant.ts';

/** JSON knows no infinity; no test of ours tells surprises beyond this apart. */
const MOST_SCORE = 1_000;

const BRIEF_REASONS = 3;

export function verdictBrief(verdict: Verdict | null, words: Words | null): VerdictBrief | null {
  if (verdict === null || words === null) return null;
  const { level, strength, posts, accounts } = verdict;
  const reasons = words.reasons.slice(0, BRIEF_REASONS);
  return { level, strength, headline: words.headline, reasons, posts, accounts };
}

export function verdictView(verdict: Verdict | null, words: Words | null): VerdictView | null {
  if (verdict === null || words === null) return null;
  const { startMs, endMs, share = null, ...rest } = verdict;
  return {
    ...rest,
    share,
    headline: words.headline,
    reasons: [...words.reasons],
    alternative: words.alternative,
    standing: [...verdict.standing],
    citing: [...verdict.citing],
    evidence: verdict.evidence.map((one) => evidenceView(one, words)),
    start: instant(startMs),
    end: instant(endMs),
  };
}

function evidenceView(evidence: Evidence, { sentences }: Words): VerdictView['evidence'][number] {
  if (evidence.state === 'unmeasured') return evidence;
  return {
    ...evidence,
    score: Math.min(evidence.score, MOST_SCORE),
    detail: { ...evidence.detail },
    sentence: sentences[evidence.signal] ?? null,
  };
}
