import { styleText } from 'node:util';
import type { Post } from '../functions/model/post.ts';
import { sparkLine } from '../functions/model/spark-line.ts';
import { severityOf, type Verdict, type VerdictLevel } from '../functions/model/verdict.ts';
import { alternativeOf, headlineOf, reasonsOf } from '../functions/verdict/words.ts';
import type { JudgedBurst } from './check-judge.ts';
import { wrapped } from './check-wrap.ts';

/** Bars of the volume, enough to see a spike and narrow enough for any terminal. */
const BARS = 48;

const COLOURS = {
  coordinated: 'red',
  suspicious: 'yellow',
  organic: 'green',
  undecided: 'gray',
} as const satisfies Record<VerdictLevel, string>;

/** The bursts as a person reads them: the gravest first, those that could not be judged in one line at the end. */
export function reportOf(bursts: readonly JudgedBurst[]): string {
  const decided = bursts.filter(({ verdict }) => verdict.level !== 'undecided').sort(gravestFirst);
  const undecided = bursts.filter(({ verdict }) => verdict.level === 'undecided');
  const parts = [...decided.map(blockOf), foldedOf(undecided), summaryOf(bursts)];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

function gravestFirst({ verdict: a }: JudgedBurst, { verdict: b }: JudgedBurst): number {
  return severityOf(b.level) - severityOf(a.level) || b.strength - a.strength;
}

function blockOf(burst: JudgedBurst): string {
  const { source, hashtag, verdict } = burst;
  const lines = [
    `${styleText('bold', `#${hashtag}`)} on ${source} · strength ${verdict.strength.toFixed(2)}`,
    ...wrapped(headlineOf(verdict)).map((line) => styleText(COLOURS[verdict.level], line)),
    `  ${spanOf(verdict)} · ${countsOf(verdict)}`,
    `  ${sparkLine(volumeOf(burst.posts, verdict))}`,
    ...reasonsOf(verdict).flatMap((reason) => wrapped(reason, '· ')),
  ];
  // What could speak against `organic` is the same each time, and said once at the end.
  if (verdict.level !== 'organic') lines.push(...wrapped(alternativeOf(verdict)));
  return lines.join('\n');
}

/** Posts in as many equal parts of the time as there are bars. */
function volumeOf(posts: readonly Post[], { startMs, endMs }: Verdict): readonly number[] {
  const volume = new Array<number>(BARS).fill(0);
  const barMs = Math.max(1, endMs - startMs) / BARS;
  for (const { createdMs } of posts) {
    const bar = Math.min(BARS - 1, Math.floor((createdMs - startMs) / barMs));
    volume[bar] = (volume[bar] ?? 0) + 1;
  }
  return volume;
}

function foldedOf(undecided: readonly JudgedBurst[]): string {
  const [first, ...others] = undecided.toSorted((a, b) => b.verdict.posts - a.verdict.posts);
  if (first === undefined) return '';
  const one = `#${first.hashtag} on ${first.source}: ${first.verdict.undecidedBecause}`;
  const all =
    others.length === 0
      ? `Undecided: ${one}`
      : `Undecided: ${number(undecided.length)} bursts, the largest ${one}; --json lists each`;
  return styleText(COLOURS.undecided, all);
}

function summaryOf(bursts: readonly JudgedBurst[]): string {
  const [first] = bursts;
  if (first === undefined) return 'No post carries a hashtag: there is nothing to judge';
  const levels = ['coordinated', 'suspicious', 'organic', 'undecided'] as const;
  const counts = levels.map(
    (level) => `${number(bursts.filter(({ verdict }) => verdict.level === level).length)} ${level}`,
  );
  const organic = bursts.find(({ verdict }) => verdict.level === 'organic')?.verdict;
  const caution =
    organic === undefined
      ? []
      : wrapped(`What organic cannot rule out: ${alternativeOf(organic)}`, '');
  return [`${counts.join(', ')} (thresholds ${first.verdict.thresholds})`, ...caution].join('\n');
}

function countsOf({ posts, accounts }: Verdict): string {
  return `${number(posts)} posts by ${number(accounts)} accounts`;
}

function spanOf({ startMs, endMs }: Verdict): string {
  return `${minuteOf(startMs)} to ${minuteOf(endMs)} UTC`;
}

function minuteOf(ms: number): string {
  return new Date(ms).toISOString().slice(0, 16).replace('T', ' ');
}

function number(value: number): string {
  return value.toLocaleString('en-GB');
}
