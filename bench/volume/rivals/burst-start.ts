import type { CountedBucket } from '../../../functions/signals/burst.ts';
import type { Detector, Poll, Running } from '../detector.ts';
import {
  decaySums,
  decayTail,
  type Expected,
  expectedAt,
  freshSums,
  learnCount,
  type StartKey,
  type StartSums,
  TAIL_RATE,
  TIMESCALES,
} from './start-sums.ts';

export type StartSettings = {
  /** Every hour alike, or each hour of the day by itself. */
  readonly flat: boolean;
  /** Quiet polls that end a burst. */
  readonly quietPolls: number;
  /** First polls in which only twice the evidence raises an alarm. */
  readonly coldPolls: number;
};

export const AS_WRITTEN: StartSettings = { flat: false, quietPolls: 72, coldPolls: 288 };

const THRESHOLDS = [Math.log(288), 9.1];

type Machine = { on: boolean; peak: number; quiet: number };
type State = { readonly sums: StartSums; readonly machines: readonly Machine[] };

/**
 * The detector that ours started from, written once more from its formulas alone: whatever ours becomes,
 * this one stands beside it. Its sums are those of `start-sums.ts`.
 */
export function burstStart(settings = AS_WRITTEN, name = 'the written start'): Detector {
  return {
    name,
    levels: ['notice', 'alert'],
    stateBytes: 8 * (8 + 2 * 24 + 2 * 5 + 2 * 3),
    fresh: () => running({ sums: freshSums(), machines: THRESHOLDS.map(idle) }, settings),
  };
}

const idle = (): Machine => ({ on: false, peak: 0, quiet: 0 });

function running(state: State, settings: StartSettings): Running {
  return {
    run(polls: readonly Poll[]) {
      const rows: number[][] = THRESHOLDS.map(() => []);
      for (const [row, poll] of polls.entries()) {
        if (poll === null) decaySums(state.sums);
        else for (const level of step(state, poll, settings)) rows[level]?.push(row);
      }
      return rows;
    },
    fork: () => running(structuredClone(state), settings),
  };
}

function step({ sums, machines }: State, poll: CountedBucket, settings: StartSettings): number[] {
  const { startMs, posts, intervals = 1 } = poll;
  const x = posts / intervals;
  const usual = expectedAt(sums, startMs, settings.flat);
  // The formulas leave the first poll open; only its own count as its mean gives the published alarms.
  const expected = sums.n === 0 ? { ...usual, mu: Math.max(x, 0.02) } : usual;
  for (let i = 0; i < intervals; i++) takeIn(sums, x, expected);
  const surprise = (surpriseOf(sums, 0, expected) + surpriseOf(sums, 1, expected)) / 2;
  const [short] = sums.keys;
  const evidence = sums.n < settings.coldPolls ? 24 : 12;
  const ok = sums.s >= evidence && short.y - expected.mu * short.w >= 5;
  const raised = machines.flatMap((machine, level) => {
    const theta = THRESHOLDS[level] ?? Infinity;
    const v = ok ? surprise : Math.min(surprise, 0.4 * theta);
    return raises(machine, v, theta, intervals, settings.quietPolls) ? [level] : [];
  });
  for (let i = 0; i < intervals; i++) learnCount(sums, startMs, x, expected);
  return raised;
}

function takeIn(sums: StartSums, x: number, { mu, d }: Expected): void {
  for (const [index, key] of sums.keys.entries()) {
    const rho = TIMESCALES[index] ?? 0;
    key.y = rho * key.y + x;
    key.w = rho * key.w + 1;
  }
  const r = 1 / d;
  const l = x * Math.log((3 * (r + mu)) / (r + 3 * mu)) + r * Math.log((r + mu) / (r + 3 * mu));
  sums.s = Math.min(36, Math.max(0, sums.s + l));
}

function surpriseOf(sums: StartSums, index: 0 | 1, { mu, d }: Expected): number {
  const key = sums.keys[index];
  const z = Math.max(0, (key.y / key.w - mu) / Math.sqrt(mu + d * mu * mu + 0.25));
  const { u } = key;
  const beta = key.me / key.ce;
  const c = z > u ? Math.log(50) + (z - u) / beta : (Math.log(50) * z) / u;
  fit(key, z, beta, Math.max(TAIL_RATE, 1 / (sums.n + 20)));
  return c;
}

function fit(key: StartKey, z: number, beta: number, g: number): void {
  const above = z > key.u;
  if (above) {
    key.me += Math.min(z - key.u, 3 * beta);
    key.ce += 1;
  }
  decayTail(key);
  key.u = Math.max(0.5, key.u + (above ? 49 : -1) * beta * g);
}

function raises(machine: Machine, v: number, theta: number, polls: number, quiet: number): boolean {
  if (!machine.on) {
    if (v < theta) return false;
    Object.assign(machine, { on: true, peak: v, quiet: 0 });
    return true;
  }
  const again = v >= theta && v >= 1.5 * machine.peak;
  machine.peak = Math.max(machine.peak, v);
  machine.quiet = v < theta / 2 ? machine.quiet + polls : 0;
  if (machine.quiet >= quiet) machine.on = false;
  return again;
}
