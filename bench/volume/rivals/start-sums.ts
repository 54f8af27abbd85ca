/** Decay that halves in so many polls. */
const half = (polls: number) => 2 ** (-1 / polls);

const RHO = half(2016);
const SEASON = half(28 * 12);

export const TIMESCALES = [half(2), half(12)] as const;

/** One timescale: posts and polls under decay, and the tail that is fitted to its deviations. */
export type StartKey = { y: number; w: number; u: number; me: number; ce: number };

/** What the written start of our detector keeps; names are those of its formulas. */
export type StartSums = {
  n: number;
  a: number;
  b: number;
  al: number;
  bl: number;
  num: number;
  den: number;
  s: number;
  seasonPosts: number[];
  seasonPolls: number[];
  keys: [StartKey, StartKey];
};

const freshKey = (): StartKey => ({ y: 0, w: 0, u: 0.5, me: 2.5, ce: 5 });

export function freshSums(): StartSums {
  return {
    ...{ n: 0, a: 0, b: 0, al: 0, bl: 0, num: 0, den: 0, s: 0 },
    seasonPosts: new Array<number>(24).fill(0),
    seasonPolls: new Array<number>(24).fill(0),
    keys: [freshKey(), freshKey()],
  };
}

export type Expected = { readonly mu: number; readonly d: number; readonly season: number };

/** @param flat every hour alike */
export function expectedAt(sums: StartSums, startMs: number, flat: boolean): Expected {
  const season = flat ? 1 : seasonAt(sums, startMs / 3_600_000);
  const level = (sums.a + 0.5 * Math.min(1, sums.bl)) / (sums.b + 0.5);
  const d = (sums.num + 2) / (sums.den + 4);
  return { season, mu: Math.max(season * level, 0.02), d: Math.min(20, Math.max(1e-4, d)) };
}

/** Between the middles of two hours on a straight line. */
function seasonAt({ seasonPosts, seasonPolls }: StartSums, hours: number): number {
  const from = Math.floor(hours - 0.5);
  const share = hours - 0.5 - from;
  const factor = (hour: number) =>
    ((seasonPosts[hour % 24] ?? 0) + 120) / ((seasonPolls[hour % 24] ?? 0) + 120);
  return (1 - share) * factor(from) + share * factor(from + 1);
}

export function learnCount(sums: StartSums, startMs: number, x: number, expected: Expected): void {
  const { mu, d, season } = expected;
  const clip = sums.n < 25 ? Infinity : mu + 5 * Math.sqrt(mu + d * mu * mu) + 1;
  const xc = Math.min(x, clip);
  const omega = 1 / (1 + mu) ** 2;
  sums.den = RHO * sums.den + mu * mu * omega;
  sums.num = Math.max(RHO * sums.num + ((xc - mu) ** 2 - mu) * omega, -sums.den);
  sums.a = RHO * sums.a + xc;
  sums.b = RHO * sums.b + season;
  sums.al = RHO * sums.al + xc;
  sums.bl = RHO * sums.bl + 1;
  const hour = Math.floor(startMs / 3_600_000) % 24;
  const relative = sums.al > 0 ? xc / (sums.al / sums.bl) : 1;
  sums.seasonPosts[hour] = SEASON * (sums.seasonPosts[hour] ?? 0) + relative;
  sums.seasonPolls[hour] = SEASON * (sums.seasonPolls[hour] ?? 0) + 1;
  sums.n += 1;
}

/** A missed poll: everything decays, nothing is learned. */
export function decaySums(sums: StartSums): void {
  for (const name of ['a', 'b', 'al', 'bl', 'num', 'den'] as const) sums[name] *= RHO;
  for (const [index, key] of sums.keys.entries()) {
    key.y *= TIMESCALES[index] ?? 1;
    key.w *= TIMESCALES[index] ?? 1;
    decayTail(key);
  }
}

const TAIL = half(4032);
export const TAIL_RATE = 1 - TAIL;

/** The fitted tail falls back on its prior. */
export function decayTail(key: StartKey): void {
  key.me = 2.5 + (key.me - 2.5) * TAIL;
  key.ce = 5 + (key.ce - 5) * TAIL;
}
