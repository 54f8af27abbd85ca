/** What one window of time holds. */
export type SharedMoments = {
  /** Posts that fell into a cell that already held one. */
  readonly shared: number;
  /** As many would by chance. */
  readonly expected: number;
  /** Cells that are full enough for a volley, and the posts in them. */
  readonly volleys: number;
  readonly volleyAccounts: number;
  /** Posts in the fullest cell. */
  readonly largest: number;
};

type MomentSettings = {
  readonly cellMs: number;
  readonly cells: number;
  readonly volleyAccounts: number;
};

/**
 * How often posts share a cell, window by window. Given the posts of a window and an even rate
 * within it, each falls into any cell alike. Posts that do share a cell are then spread less widely
 * than a Poisson count of the same mean: cells that are filled are negatively associated.
 *
 * @param times ascending, milliseconds, one an account
 * @source Dubhashi and Ranjan (1998), Balls and bins: a study in negative dependence
 */
export function sharedMoments(times: readonly number[], settings: MomentSettings): SharedMoments[] {
  const windowMs = settings.cellMs * settings.cells;
  const windows: SharedMoments[] = [];
  let from = 0;
  while (from < times.length) {
    const window = windowOf(times, from, windowMs);
    let to = from + 1;
    while (to < times.length && windowOf(times, to, windowMs) === window) to++;
    windows.push(momentsOf(times.slice(from, to), settings));
    from = to;
  }
  return windows;
}

/** All but the one with the most posts that share a moment beyond chance. */
export function withoutFullest(windows: readonly SharedMoments[]): SharedMoments[] {
  const beyond = windows.map(({ shared, expected }) => shared - expected);
  const fullest = beyond.indexOf(beyond.reduce((most, one) => Math.max(most, one), -1));
  return windows.filter((_, at) => at !== fullest);
}

function windowOf(times: readonly number[], at: number, windowMs: number): number {
  return Math.floor((times[at] ?? 0) / windowMs);
}

function momentsOf(
  times: readonly number[],
  { cellMs, cells, volleyAccounts }: MomentSettings,
): SharedMoments {
  const held = new Map<number, number>();
  for (const time of times) {
    const cell = Math.floor(time / cellMs);
    held.set(cell, (held.get(cell) ?? 0) + 1);
  }
  const volleys = [...held.values()].filter((posts) => posts >= volleyAccounts);
  return {
    shared: times.length - held.size,
    expected: Math.max(0, times.length - cells * (1 - (1 - 1 / cells) ** times.length)),
    volleys: volleys.length,
    volleyAccounts: volleys.reduce((sum, posts) => sum + posts, 0),
    largest: [...held.values()].reduce((most, posts) => Math.max(most, posts), 0),
  };
}
