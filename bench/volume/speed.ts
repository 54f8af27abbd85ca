import type { Detector, Poll } from './detector.ts';

const POLLS = 100_000;
const RUNS = 3;

/** Processor time a poll by detector, in nanoseconds: busy hashtags, the usual call. */
export function nanosecondsOf(detectors: readonly Detector[]): ReadonlyMap<string, number> {
  const polls = Array.from({ length: POLLS }, (_, index) => ({
    startMs: index * 300_000,
    posts: 20 + ((index * 7) % 11),
  }));
  return new Map(detectors.map((detector) => [detector.name, bestOf(detector, polls)]));
}

/** Best of some runs after one that warms up: processor time, so that a busy machine matters little. */
function bestOf(detector: Detector, polls: readonly Poll[]): number {
  detector.fresh().run(polls);
  const runs = Array.from({ length: RUNS }, () => {
    const running = detector.fresh();
    const before = process.cpuUsage();
    running.run(polls);
    const { user, system } = process.cpuUsage(before);
    return (1000 * (user + system)) / POLLS;
  });
  return Math.min(...runs);
}
