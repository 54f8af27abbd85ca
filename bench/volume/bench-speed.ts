import { BURST } from '../../functions/settings/burst.ts';
import { FRESH_DETECTOR, observe, observeAll } from '../../functions/signals/burst.ts';

const BUCKETS = 200_000;
const RUNS = 3;

/** Processor time a bucket, one by one, in a run and in a run of silence; in whole µs, so that results compare. */
export function benchSpeed(): string {
  const busy = bucketsOf((index) => 20 + ((index * 7) % 11));
  const silence = bucketsOf(() => 0);
  const rows: [string, () => void][] = [
    ['observe, one by one', () => void busy.reduce(oneByOne, FRESH_DETECTOR)],
    ['observeAll', () => void observeAll(FRESH_DETECTOR, busy, BURST)],
    ['observeAll, silence', () => void observeAll(FRESH_DETECTOR, silence, BURST)],
  ];
  return [
    '| call | µs a bucket, at most |',
    '| --- | --- |',
    ...rows.map(([name, run]) => `| ${name} | ${Math.ceil(microsecondsOf(run))} |`),
  ].join('\n');
}

function oneByOne(state: typeof FRESH_DETECTOR, bucket: { startMs: number; posts: number }) {
  return observe(state, bucket, BURST).state;
}

function bucketsOf(posts: (index: number) => number) {
  return Array.from({ length: BUCKETS }, (_, index) => ({
    startMs: index * 300_000,
    posts: posts(index),
  }));
}

/** Best of some runs after one that warms up: processor time, so that a busy machine matters little. */
function microsecondsOf(run: () => void): number {
  run();
  const runs = Array.from({ length: RUNS }, () => {
    const before = process.cpuUsage();
    run();
    const { user, system } = process.cpuUsage(before);
    return (user + system) / BUCKETS;
  });
  return Math.min(...runs);
}
