import type { Burst } from '../model/burst.ts';
import { severityOf, type VerdictLevel } from '../model/verdict.ts';
import type { BurstStore } from '../ports/burst-store.ts';

/** Bursts on which both versions say the same pair of levels. */
type VersionsCell = {
  readonly live: VerdictLevel;
  readonly shadow: VerdictLevel;
  readonly bursts: number;
  /** The newest of them. */
  readonly examples: readonly { readonly burstId: string; readonly hashtag: string }[];
};

type VersionsComparison = {
  /** Versions of the thresholds: the one that speaks, and the candidate beside it. */
  readonly live: string;
  readonly shadow: string;
  readonly bursts: number;
  readonly differing: number;
  /** Gravest live level first; empty ones are left out. */
  readonly cells: readonly VersionsCell[];
};

export type VersionsCompared = {
  /** False where there were more bursts than are read for an answer. */
  readonly complete: boolean;
  /** Newest pair of versions first. */
  readonly comparisons: readonly VersionsComparison[];
};

const PAGE = 200;
const MOST_PAGES = 50;
const EXAMPLES = 5;

/** Counts the bursts that began in [fromMs, toMs) by what both versions say of them. */
export async function compareVersions(
  fromMs: number,
  toMs: number,
  { bursts }: { readonly bursts: Pick<BurstStore, 'list'> },
): Promise<VersionsCompared> {
  const judged: Burst[] = [];
  let cursor: string | undefined;
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const found = await bursts.list({ fromMs, toMs, limit: PAGE, ...(cursor && { cursor }) });
    judged.push(...found.bursts);
    cursor = found.next ?? undefined;
    if (cursor === undefined) break;
  }
  return { complete: cursor === undefined, comparisons: comparisonsOf(judged) };
}

/** @param bursts newest first */
function comparisonsOf(bursts: readonly Burst[]): readonly VersionsComparison[] {
  const byVersions = groupedBy(bursts, ({ verdict, shadow }) =>
    verdict === null || shadow === null ? undefined : `${verdict.thresholds} ${shadow.thresholds}`,
  );
  return byVersions.map((some) => {
    const cells = cellsOf(some);
    const differing = cells.filter(({ live, shadow }) => live !== shadow);
    return {
      live: some[0]?.verdict?.thresholds ?? '',
      shadow: some[0]?.shadow?.thresholds ?? '',
      bursts: some.length,
      differing: differing.reduce((sum, cell) => sum + cell.bursts, 0),
      cells,
    };
  });
}

function cellsOf(bursts: readonly Burst[]): readonly VersionsCell[] {
  return groupedBy(bursts, ({ verdict, shadow }) => `${verdict?.level} ${shadow?.level}`)
    .map((some) => ({
      live: some[0]?.verdict?.level ?? 'undecided',
      shadow: some[0]?.shadow?.level ?? 'undecided',
      bursts: some.length,
      examples: some.slice(0, EXAMPLES).map(({ burstId, hashtag }) => ({ burstId, hashtag })),
    }))
    .sort(
      (one, other) =>
        severityOf(other.live) - severityOf(one.live) ||
        severityOf(other.shadow) - severityOf(one.shadow),
    );
}

/** Those without a key are left out; groups in the order of their first. */
function groupedBy(
  bursts: readonly Burst[],
  keyOf: (burst: Burst) => string | undefined,
): readonly (readonly Burst[])[] {
  const groups = new Map<string, Burst[]>();
  for (const burst of bursts) {
    const key = keyOf(burst);
    if (key === undefined) continue;
    const group = groups.get(key);
    if (group) group.push(burst);
    else groups.set(key, [burst]);
  }
  return [...groups.values()];
}
