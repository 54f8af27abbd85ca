/** What a hit, a false alarm and a miss are worth. */
export type NabProfile = {
  readonly name: string;
  readonly falsePositive: number;
  readonly falseNegative: number;
};

/** The three profiles of the benchmark; a hit is worth 1 in each. */
export const NAB_PROFILES = [
  { name: 'standard', falsePositive: 0.11, falseNegative: 1 },
  { name: 'reward low FP', falsePositive: 0.22, falseNegative: 1 },
  { name: 'reward low FN', falsePositive: 0.11, falseNegative: 2 },
] as const satisfies readonly NabProfile[];

/** Rows of a labelled anomaly, first and last inclusive. */
export type NabWindow = { readonly first: number; readonly last: number };

export type NabSeriesScore = {
  readonly raw: number;
  readonly hits: number;
  readonly falseAlarms: number;
};

/** Rows in which a detector may learn unseen: 15 % of a file, of 5,000 rows at most. */
export function probationRows(rows: number): number {
  return Math.floor(0.15 * Math.min(rows, 5000));
}

/**
 * Raw score of one series: each window's best alarm counts by how early it came, each alarm outside by how
 * far it lies behind the window before it, each empty window as a miss.
 *
 * @param alarms rows, ascending
 * @param windows in order, apart from each other
 * @source Lavin and Ahmad (2015), arXiv:1510.03336; github.com/numenta/NAB `nab/sweeper.py`
 */
export function scoreSeries(
  rows: number,
  alarms: readonly number[],
  windows: readonly NabWindow[],
  profile: NabProfile,
): NabSeriesScore {
  const best = new Map<NabWindow, number>();
  let [falseScore, falseAlarms] = [0, 0];
  for (const row of alarms.filter((one) => one >= probationRows(rows))) {
    const inside = windows.find(({ first, last }) => row >= first && row <= last);
    if (inside === undefined) {
      falseScore += profile.falsePositive * falseValue(row, windows);
      falseAlarms += 1;
    } else {
      best.set(inside, Math.max(best.get(inside) ?? 0, hitValue(row, inside)));
    }
  }
  const hitScore = [...best.values()].reduce((sum, value) => sum + value, 0);
  const missed = windows.length - best.size;
  return {
    raw: hitScore + falseScore - missed * profile.falseNegative,
    hits: best.size,
    falseAlarms,
  };
}

/** 100 for a hit at the first row of each window and nothing else, 0 for silence. */
export function normalisedScore(raw: number, windows: number, profile: NabProfile): number {
  const silence = -windows * profile.falseNegative;
  return (100 * (raw - silence)) / (windows - silence);
}

function hitValue(row: number, { first, last }: NabWindow): number {
  return sigmoid(-(last - row + 1) / (last - first + 1)) / sigmoid(-1);
}

function falseValue(row: number, windows: readonly NabWindow[]): number {
  const before = windows.findLast(({ last }) => last < row);
  if (before === undefined) return -1;
  const position = (row - before.last) / (before.last - before.first);
  return position > 3 ? -1 : sigmoid(position);
}

/** Falls from almost 1 at -1 through 0 at the end of a window to -1. */
function sigmoid(position: number): number {
  return 2 / (1 + Math.exp(5 * position)) - 1;
}
