import type { Burst } from '../model/burst.ts';
import { severityOf, type Verdict } from '../model/verdict.ts';
import type { BurstStore } from '../ports/burst-store.ts';
import {
  type AlertDecision,
  type AlertHistory,
  type AlertSettings,
  decideAlert,
} from '../verdict/decide-alert.ts';

const DAY_MS = 86_400_000;

/** Is a verdict news, after what was told of the burst, of its watch, and of everything today? */
export async function judgeNews(
  burst: Burst,
  verdict: Verdict,
  tide: AlertHistory['tide'],
  atMs: number,
  bursts: Pick<BurstStore, 'ofWatch' | 'list'>,
  settings: AlertSettings,
): Promise<AlertDecision> {
  if (!isWorse(verdict, burst)) return 'not-worse';
  const told = (await bursts.ofWatch(burst.watchId, settings.lookBackBursts))
    .map((other) => other.alert)
    .filter((alert) => alert !== null && atMs - alert.raisedMs < settings.quietMs)
    .map((alert) => alert?.level ?? 'organic');
  const previousLevel = told.reduce(
    (worst, level) => (severityOf(level) > severityOf(worst) ? level : worst),
    'organic' as Verdict['level'],
  );
  const raisedToday = await countRaised(atMs, bursts, settings.dailyQuota);
  return decideAlert(verdict.level, { previousLevel, raisedToday, tide }, settings);
}

/** Whether a verdict is graver than what was told of the burst. */
export function isWorse(verdict: Verdict, burst: Burst): boolean {
  return severityOf(verdict.level) > severityOf(burst.alert?.level ?? 'organic');
}

/** Bursts of the last 24 hours that were told of, counted no further than `enough`. */
async function countRaised(
  atMs: number,
  bursts: Pick<BurstStore, 'list'>,
  enough: number,
): Promise<number> {
  let raised = 0;
  let cursor: string | undefined;
  do {
    const page = await bursts.list({ fromMs: atMs - DAY_MS, toMs: atMs + 1, limit: 200, cursor });
    raised += page.bursts.filter((burst) => burst.alert !== null).length;
    cursor = page.next ?? undefined;
  } while (cursor !== undefined && raised < enough);
  return raised;
}
