import { type Evidence, measured, unmeasured } from '../model/evidence.ts';
import { binomialSurprise } from '../stats/binomial-surprise.ts';
import type { PostTable } from './post-table.ts';

export type EqualLivesSettings = {
  /** Posts that vanish this soon count, milliseconds after they were made. */
  readonly withinMs: number;
  /** Vanished posts below which nothing is said. */
  readonly minVanished: number;
  /** Lives are equal where the longest is at most so many times the shortest. */
  readonly factor: number;
  /** Share of lives that would be equal by themselves. */
  readonly usualShare: number;
  /** Places at which so many lives may be found equal: each is a test. */
  readonly places: number;
  /** Posts made over less than this say nothing of the order in which they went, milliseconds. */
  readonly minSpreadMs: number;
  /** Ends spread over less than this share of the time of posting are one removal. */
  readonly minEndSpread: number;
};

/**
 * Did posts live equally long, each vanishing as long after it was made as the others, in the order
 * of posting? People delete when they think better of it; a removal takes everything at once; a
 * script comes back for each post on time.
 *
 * @param watched whether vanished posts were looked for at all
 * @returns `effect` is the largest share of vanished posts with equal lives, 0 to 1
 * @source SIMULATOR C1: inside an attack lives differ by 18 s and keep their order (measured)
 */
export function measureEqualLives(
  table: PostTable,
  watched: boolean,
  settings: EqualLivesSettings,
): Evidence {
  if (!watched) return unmeasured('equal-lives', 'vanished posts were not looked for');
  const gone = goneOf(table, settings.withinMs);
  if (gone.length < settings.minVanished) {
    return unmeasured(
      'equal-lives',
      `${gone.length} of ${settings.minVanished} posts that vanished early`,
    );
  }
  if (isCoarse(table, gone)) {
    return unmeasured(
      'equal-lives',
      'ends are known by the polls that missed the posts, too coarsely to tell lives apart',
    );
  }
  if (isOneRemoval(table, gone, settings)) {
    return unmeasured(
      'equal-lives',
      'the posts were missed all at once: how long each lived is not known',
    );
  }
  const byLife = gone.toSorted((one, other) => lifeOf(table, one) - lifeOf(table, other));
  const [from, to] = longestRun(byLife, (at) => lifeOf(table, at), settings.factor);
  const equal = byLife.slice(from, to);
  const score =
    binomialSurprise(equal.length, gone.length, settings.usualShare) - Math.log10(settings.places);
  return measured(
    'equal-lives',
    Math.max(0, score),
    equal.length / gone.length,
    new Set(equal.map((at) => table.accountOf[at])).size,
    {
      vanished: gone.length,
      equal: equal.length,
      shortestSeconds: lifeOf(table, equal[0] ?? 0) / 1000,
      longestSeconds: lifeOf(table, equal.at(-1) ?? 0) / 1000,
    },
  );
}

/** Posts that vanished in time, in order of posting. */
function goneOf(table: PostTable, withinMs: number): number[] {
  return [...table.deletedMs.keys()].filter((at) => lifeOf(table, at) <= withinMs);
}

/** Milliseconds; NaN where the post stands. */
function lifeOf(table: PostTable, at: number): number {
  return (table.deletedMs[at] ?? Number.NaN) - (table.createdMs[at] ?? 0);
}

/** Ends that many posts share to the millisecond are the times of polls. */
function isCoarse(table: PostTable, gone: readonly number[]): boolean {
  return 2 * new Set(gone.map((at) => table.deletedMs[at])).size < gone.length;
}

function isOneRemoval(
  table: PostTable,
  gone: readonly number[],
  { minSpreadMs, minEndSpread }: EqualLivesSettings,
): boolean {
  const posting = spreadOf(gone.map((at) => table.createdMs[at] ?? 0));
  const ends = spreadOf(gone.map((at) => table.deletedMs[at] ?? 0));
  return posting > minSpreadMs && ends < minEndSpread * posting;
}

/** From the first tenth to the last. */
function spreadOf(times: readonly number[]): number {
  const sorted = times.toSorted((one, other) => one - other);
  const at = (share: number) => sorted[Math.floor(share * (sorted.length - 1))] ?? 0;
  return at(0.9) - at(0.1);
}

/** The most items in a row of which the last is at most `factor` times the first: start and end. */
function longestRun(
  sorted: readonly number[],
  sizeOf: (item: number) => number,
  factor: number,
): readonly [number, number] {
  let best: readonly [number, number] = [0, 0];
  let from = 0;
  sorted.forEach((item, at) => {
    while (sizeOf(item) > factor * sizeOf(sorted[from] ?? item)) from++;
    if (at + 1 - from > best[1] - best[0]) best = [from, at + 1];
  });
  return best;
}
