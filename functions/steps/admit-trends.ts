import type { HashtagPattern } from '../model/hashtag-pattern.ts';
import { mayBeIn } from '../model/script-languages.ts';
import type { Stay } from '../model/trend-list.ts';
import type { WatchStore } from '../ports/watch-store.ts';
import { type BudgetSettings, type Listed, listedWatchId, openBudget } from './discover-budget.ts';
import type { Round } from './discover-round.ts';
import { trendLanguage } from './trend-language.ts';

export type AdmitSettings = BudgetSettings & {
  /** Never watched. */
  readonly deny: readonly HashtagPattern[];
  /** If there are any, nothing else is watched. */
  readonly allow: readonly HashtagPattern[];
  /** BCP 47; if there are any, hashtags known to be in others are not watched. */
  readonly languages: readonly string[];
};

/**
 * Decides which of the hashtags that wait are watched from now on: by their rank, one list after
 * the other, as far as the budget goes. One that is watched already takes no room in it.
 */
export async function admitTrends(
  rounds: readonly Round[],
  atMs: number,
  watches: Pick<WatchStore, 'get'>,
  settings: AdmitSettings,
): Promise<readonly Round[]> {
  const budget = openBudget(rounds.flatMap(listedIn), atMs, settings);
  const decided = new Map<Stay, Stay>();
  const opening = new Set<string>();
  for (const { round, stay } of candidates(rounds, settings)) {
    const listed = { ...round, stay, capability: round.source?.capability };
    const watchId = listedWatchId(listed);
    const state = opening.has(watchId)
      ? 'opening'
      : await stateOf(listed, round, watches, budget, atMs, settings);
    if (state === 'opening') opening.add(watchId);
    const openedMs = state === 'opening' || state === 'open' ? { openedMs: atMs } : {};
    decided.set(stay, { ...stay, state, ...openedMs });
  }
  return rounds.map((round) => {
    const stays = round.list.stays.map((stay) => decided.get(stay) ?? stay);
    return { ...round, list: { ...round.list, stays } };
  });
}

/** Those that wait and are wanted by their name, the first of each list before the second of any. */
function candidates(
  rounds: readonly Round[],
  settings: AdmitSettings,
): readonly { readonly round: Round; readonly stay: Stay }[] {
  return rounds
    .filter(({ isRead }) => isRead)
    .flatMap((round) =>
      round.list.stays
        .filter((stay) => stay.state === 'waiting' && stay.absentMs === 0)
        .filter((stay) => isWanted(stay, settings))
        .map((stay, rank) => ({ round, stay, rank })),
    )
    .sort((one, other) => one.rank - other.rank);
}

function isWanted({ hashtag, display }: Stay, { deny, allow, languages }: AdmitSettings): boolean {
  if (deny.some((means) => means(hashtag))) return false;
  if (allow.length > 0 && !allow.some((means) => means(hashtag))) return false;
  return languages.length === 0 || mayBeIn(languages, display);
}

async function stateOf(
  listed: Listed,
  round: Round,
  watches: Pick<WatchStore, 'get'>,
  budget: ReturnType<typeof openBudget>,
  atMs: number,
  { languages }: AdmitSettings,
): Promise<Stay['state']> {
  const { source } = round;
  if (source === undefined) return 'waiting';
  const watch = await watches.get(listedWatchId(listed));
  if (watch !== undefined) return watch.origin === undefined ? 'theirs' : 'open';
  if (!budget.hasRoom(listed)) return 'waiting';
  const language = await trendLanguage(listed.stay, languages, source, atMs);
  if (language === 'other') return 'other-language';
  if (language === 'unread') return 'waiting';
  // Asked only now: a hashtag in another language takes no room.
  budget.take(listed);
  return 'opening';
}

function listedIn(round: Round): readonly Listed[] {
  const capability = round.source?.capability;
  return round.list.stays.map((stay) => ({ address: round.address, stay, capability }));
}
