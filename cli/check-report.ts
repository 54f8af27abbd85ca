import { counted, whole } from '../dashboard/wording.ts';
import { VERDICT_LEVELS, type VerdictLevel } from '../functions/model/verdict.ts';
import { alternativeOf } from '../functions/verdict/words.ts';
import type { JudgedBurst } from './check-judge.ts';
import { type BlockOptions, blockOf } from './check-report-block.ts';
import { shownHashtag, shownName } from './check-report-hashtag.ts';
import { gravestFirst } from './check-report-order.ts';
import { inColourOf } from './check-report-style.ts';
import { blindWords, nowhereMeasured } from './check-report-unmeasured.ts';
import { wrapped } from './check-wrap.ts';
import { shortStretch } from './html/time-axis.ts';

/** Bursts of a level in full, and in one line each, before they are only counted. */
const FOLDS: Readonly<Record<VerdictLevel, { readonly full: number; readonly lines: number }>> = {
  coordinated: { full: 10, lines: 20 },
  suspicious: { full: 10, lines: 20 },
  organic: { full: 1, lines: 10 },
  undecided: { full: 0, lines: 3 },
};

/** The bursts as a person reads them: the gravest first, long lists folded, a summary at the end. */
export function reportOf(
  bursts: readonly JudgedBurst[],
  choices: Omit<BlockOptions, 'nowhere'>,
): string {
  const decided = bursts.filter(({ verdict }) => verdict.level !== 'undecided');
  const nowhere = nowhereMeasured(decided.map(({ verdict }) => verdict));
  // Of a single burst it is said where it stands.
  const options = { ...choices, nowhere: decided.length > 1 ? nowhere : [] };
  const parts = VERDICT_LEVELS.toReversed().map((level) => levelOf(level, bursts, options));
  return `${[...parts, summaryOf(bursts, options)].filter((part) => part !== '').join('\n\n')}\n`;
}

function levelOf(
  level: VerdictLevel,
  bursts: readonly JudgedBurst[],
  options: BlockOptions,
): string {
  const order = level === 'undecided' ? mostPosts : gravestFirst;
  const here = bursts.filter(({ verdict }) => verdict.level === level).sort(order);
  const { full, lines } = foldOf(level, here.length, options);
  const listed = here.slice(full, full + lines);
  const rest = here.length - full - listed.length;
  const more =
    rest > 0 ? [`  and ${whole(rest)} more ${level}; --all shows them, --json lists each`] : [];
  const list = [...linesOf(listed), ...more].map((line) => inColourOf(level, line));
  const heading = listed.length > 0 ? [headingOf(level, listed.length + rest, full)] : [];
  const blocks = here.slice(0, full).map((burst) => blockOf(burst, options));
  return [...blocks, [...heading, ...list].join('\n')].filter((part) => part !== '').join('\n\n');
}

function foldOf(level: VerdictLevel, count: number, { all }: BlockOptions) {
  const fold = FOLDS[level];
  if (!all) return fold;
  return level === 'undecided' ? { full: 0, lines: count } : { full: count, lines: 0 };
}

function headingOf(level: VerdictLevel, count: number, shown: number): string {
  const bursts = counted(count, 'burst');
  if (level === 'undecided') {
    return inColourOf(
      level,
      `Undecided: ${bursts}. Not enough to see by, which does not say organic`,
    );
  }
  return inColourOf(level, `${shown > 0 ? 'Also ' : ''}${level}: ${bursts}`);
}

/** One line a burst, numbers below each other. */
function linesOf(bursts: readonly JudgedBurst[]): readonly string[] {
  const posts = bursts.map(({ verdict }) => whole(verdict.posts));
  const accounts = bursts.map(({ verdict }) => whole(verdict.accounts));
  return bursts.map(({ hashtag, source, verdict }, at) => {
    const figures = [
      verdict.strength.toFixed(2),
      `${(posts[at] ?? '').padStart(widest(posts))} ${verdict.posts === 1 ? 'post ' : 'posts'}`,
      `${(accounts[at] ?? '').padStart(widest(accounts))} ${verdict.accounts === 1 ? 'account ' : 'accounts'}`,
    ].join('  ');
    const what = `${shownHashtag(hashtag)} on ${shownName(source)}`;
    const why = verdict.undecidedBecause ?? shortStretch(verdict.startMs, verdict.endMs);
    return `  ${figures}  ${what}, ${why}`;
  });
}

function widest(texts: readonly string[]): number {
  return Math.max(...texts.map((text) => text.length));
}

function mostPosts({ verdict: one }: JudgedBurst, { verdict: other }: JudgedBurst): number {
  return other.posts - one.posts;
}

function summaryOf(bursts: readonly JudgedBurst[], options: BlockOptions): string {
  const [first] = bursts;
  if (first === undefined) return 'No post carries a hashtag: there is nothing to judge';
  const counts = VERDICT_LEVELS.toReversed().map(
    (level) => `${whole(bursts.filter(({ verdict }) => verdict.level === level).length)} ${level}`,
  );
  const blind = blindWords(options.nowhere);
  const nowhere = blind === '' ? [] : wrapped(`Nowhere measured: ${blind}`, options);
  const organic = bursts.find(({ verdict }) => verdict.level === 'organic')?.verdict;
  const caution =
    organic === undefined
      ? []
      : wrapped(`What organic cannot rule out: ${alternativeOf(organic)}`, options);
  return [
    `${counts.join(', ')} (thresholds ${first.verdict.thresholds})`,
    ...nowhere,
    ...caution,
  ].join('\n');
}
