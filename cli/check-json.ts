import { type Evidence, isMeasured } from '../functions/model/evidence.ts';
import type { CoordinatedGroup } from '../functions/signals/measure-posts.ts';
import { alternativeOf, reasonsOf } from '../functions/verdict/words.ts';
import type { JudgedBurst } from './check-judge.ts';
import { volumeOf } from './check-report-volume.ts';
import { shadowJson } from './check-shadow.ts';

/** Parts of the time that the volume is given in. */
const VOLUME_PARTS = 48;

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
    share: verdict.share ?? null,
    volume: volumeOf(burst.times(), verdict.startMs, verdict.endMs, VOLUME_PARTS),
    groups: groups.map((group) => groupToJson(group, members)),
    ...shadowJson(burst),
  };
}

function groupToJson(group: CoordinatedGroup, members: boolean): Record<string, unknown> {
  const { accounts, posts, meetings, textMeetings, timeMeetings, cameBackFrom = null } = group;
  return {
    size: accounts.length,
    posts,
    textMeetings,
    timeMeetings,
    cameBackFrom,
    meetings: meetings.map(({ kind, startMs, endMs, accounts: met, posts: ids, allPosts }) => ({
      kind,
      start: iso(startMs),
      end: iso(endMs),
      accounts: met,
      allPosts,
      posts: ids,
    })),
    ...(members ? { accounts } : {}),
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
