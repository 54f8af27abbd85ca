import type { SignalName } from '../../functions/model/evidence.ts';
import type { Post } from '../../functions/model/post.ts';
import { severityOf, type VerdictLevel } from '../../functions/model/verdict.ts';
import type { EarlierBurst } from '../../functions/signals/return-history.ts';
import type { Tagged } from '../../functions/signals/subjects.ts';
import type { Detection } from '../../functions/steps/judge.ts';
import { asSeen } from './as-seen.ts';
import { families } from './families.ts';
import { judgeBurst, prefixSizes } from './judge-burst.ts';
import { markdownTable } from './markdown-table.ts';
import { mixtureCells } from './mixture-cells.ts';
import type { PartOptions } from './part.ts';
import { quantile } from './quantile.ts';
import { makeMixture } from './run-mixture.ts';

const MIXED_SHARE = 0.3;
const RUNS = 30;
const LONG_RUNS = 150;
const MINUTE_MS = 60_000;
const POLLS_AFTER = 5;

type Growing = {
  readonly posts: readonly Post[];
  readonly about: Tagged;
  readonly earlier: readonly EarlierBurst[] | null;
};
type Reached = { readonly posts: number; readonly minutes: number };

/** How many posts and minutes a burst must grow before it is called what it is. */
export async function benchDelay({ detection, long }: PartOptions): Promise<string> {
  const attacks = (await families())
    .filter(({ coordinated }) => coordinated)
    .map(({ name, bursts }) => ({ name: name as string, bursts }));
  const mixtures = (await mixtureCells()).map((cell) => ({
    name: `${cell.name}, k = ${100 * MIXED_SHARE} %`,
    bursts: Array.from({ length: long ? LONG_RUNS : RUNS }, (_, seed) =>
      makeMixture(cell, MIXED_SHARE, seed),
    ),
  }));
  const rows = [...attacks, ...mixtures].flatMap(({ name, bursts }) => [
    rowOf(name, bursts, [], detection),
    rowOf(`${name}, without reuse`, bursts, ['reuse'], detection),
  ]);
  return [
    '### Time to detection',
    '',
    `Bursts judged again and again as they grow (${prefixSizes(1001).slice(0, 6).join(', ')} … posts, whole, then every minute for ${POLLS_AFTER} minutes), counted from their first post: how many were ever called so, and of those the median and the 90 % quantile of posts and minutes to the first time. Only posts that had vanished by then are known to have. Stamps of troll days are whole minutes.`,
    '',
    markdownTable(HEAD, rows),
    '',
  ].join('\n');
}

const HEAD = [
  'bursts',
  'n',
  'suspicious or worse',
  'posts, median (90 %)',
  'minutes, median (90 %)',
  'coordinated',
  'posts, median (90 %)',
  'minutes, median (90 %)',
];

function rowOf(
  name: string,
  bursts: readonly Growing[],
  without: readonly SignalName[],
  detection: Detection,
) {
  const grown = bursts.map((burst) => firstTimes(burst, without, detection));
  return [
    name,
    String(bursts.length),
    ...cellsOf(grown.map(({ suspicious }) => suspicious)),
    ...cellsOf(grown.map(({ coordinated }) => coordinated)),
  ];
}

/** When a growing burst was first called so, or worse; undefined where it never was. */
function firstTimes(burst: Growing, without: readonly SignalName[], detection: Detection) {
  const first: { suspicious?: Reached; coordinated?: Reached } = {};
  const startMs = burst.posts[0]?.createdMs ?? 0;
  for (const { posts, nowMs } of looksAt(burst.posts)) {
    const seen = asSeen(posts, nowMs);
    const { level } = judgeBurst(seen, burst.earlier, without, detection, burst.about, nowMs);
    const reached = { posts: posts.length, minutes: (nowMs - startMs) / MINUTE_MS };
    if (reaches(level, 'suspicious')) first.suspicious ??= reached;
    if (reaches(level, 'coordinated')) first.coordinated ??= reached;
    if (first.coordinated) break;
  }
  return first;
}

/** As the burst grows, and every minute for some time after its last post: a watch goes on polling. */
function looksAt(posts: readonly Post[]) {
  const timeOf = (size: number) => posts[size - 1]?.createdMs ?? 0;
  const growing = prefixSizes(posts.length).map((size) => ({
    posts: posts.slice(0, size),
    nowMs: timeOf(size),
  }));
  const after = Array.from({ length: POLLS_AFTER }, (_, poll) => ({
    posts,
    nowMs: timeOf(posts.length) + (poll + 1) * MINUTE_MS,
  }));
  return [...growing, ...after];
}

function reaches(level: VerdictLevel, wanted: VerdictLevel): boolean {
  return severityOf(level) >= severityOf(wanted);
}

function cellsOf(times: readonly (Reached | undefined)[]): readonly (string | number | null)[] {
  const reached = times.filter((one) => one !== undefined);
  if (reached.length === 0) return [0, null, null];
  const cell = (values: readonly number[], digits: number) =>
    `${quantile(values, 0.5).toFixed(digits)} (${quantile(values, 0.9).toFixed(digits)})`;
  return [
    reached.length / times.length,
    cell(
      reached.map(({ posts }) => posts),
      0,
    ),
    cell(
      reached.map(({ minutes }) => minutes),
      1,
    ),
  ];
}
