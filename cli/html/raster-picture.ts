import type { CoordinatedGroup } from '../../functions/signals/measure-posts.ts';
import type { Peak } from '../check-report-peak.ts';
import type { Rows } from '../check-report-rows.ts';
import { crowdedTable, type Dot } from './crowded-table.ts';
import { figure } from './figure.ts';
import { COLOURED_GROUPS, groupMembers } from './group-members.ts';
import { html, type Markup } from './markup.ts';
import { PLOT_HEIGHT, plot, xOf } from './plot.ts';
import { spanWords, stretchWords, timeTicks } from './time-axis.ts';

/** Lines of the raster: as many as can still be told apart. */
const MOST_ACCOUNTS = 120;

/** Dots of the raster: a page holds fifty of them. */
const MOST_DOTS = 1500;

/** Lines so far apart that dots may be larger. */
const FEW_ACCOUNTS = 60;

/** Who posted when in the busiest stretch: one line an account, one dot a post. */
export function rasterPicture(rows: Rows, peak: Peak, groups: readonly CoordinatedGroup[]): Markup {
  const groupOf = groupMembers(rows.accounts, groups);
  const all = dotsOf(rows, peak);
  const present = inLines([...new Set(all.map(({ account }) => account))], groupOf);
  const lines = everyNth(present, MOST_ACCOUNTS);
  const lineOf = new Map(lines.map((account, line) => [account, line]));
  const onLines = all.filter(({ account }) => lineOf.has(account));
  const dots = everyNth(onLines, MOST_DOTS);
  const paths = pathsOf(dots, lineOf, groupOf, peak);
  const members = present.filter((account) => (groupOf[account] ?? -1) >= 0).length;
  const large = lines.length <= FEW_ACCOUNTS;
  const drawing = html`${[...paths].map(([group, d]) => html`<path class="dots g${group}${large && ' large'}" d="${d}"/>`)}`;
  const picture = html`${legendOf([...paths.keys()])}${plot({
    told: `${all.length} posts by ${present.length} accounts in ${spanWords(peak.endMs - peak.startMs)}, ${members} of them members of a group`,
    x: timeTicks(peak.startMs, peak.endMs),
    y: [],
    drawing,
    tall: true,
  })}`;
  return figure({
    title: `Who posted when, in the busiest ${spanWords(peak.endMs - peak.startMs)}`,
    wide: true,
    picture,
    caption: captionOf(present.length, lines.length, onLines.length, dots.length, peak),
    table: crowdedTable(all, groupOf, rows.minuteStamps ? 60_000 : 1000),
  });
}

function dotsOf({ times, accountOf }: Rows, { from, to }: Peak): readonly Dot[] {
  return Array.from({ length: to - from }, (_, at) => ({
    time: times[from + at] ?? 0,
    account: accountOf[from + at] ?? 0,
  }));
}

/** Groups first, the largest on top, then the others; each in order of their first post. */
function inLines(accounts: readonly number[], groupOf: Int8Array): readonly number[] {
  const rank = (account: number) => {
    const group = groupOf[account] ?? -1;
    return group < 0 ? COLOURED_GROUPS + 1 : group;
  };
  return [...accounts].sort((one, other) => rank(one) - rank(other));
}

/** At most so many, evenly taken from all: no part is left out that another keeps. */
function everyNth<One>(all: readonly One[], most: number): readonly One[] {
  if (all.length <= most) return all;
  return Array.from({ length: most }, (_, n) => all[Math.floor((n * all.length) / most)]).filter(
    (one) => one !== undefined,
  );
}

/** One path a group; a dot is a line without length and with round ends. */
function pathsOf(
  dots: readonly Dot[],
  lineOf: ReadonlyMap<number, number>,
  groupOf: Int8Array,
  { startMs, endMs }: Peak,
): ReadonlyMap<number, string> {
  const lineHeight = PLOT_HEIGHT / lineOf.size;
  const paths = new Map<number, string>();
  for (const { time, account } of dots) {
    const group = groupOf[account] ?? -1;
    const x = Math.round(xOf((time - startMs) / (endMs - startMs)));
    const y = Math.round(((lineOf.get(account) ?? 0) + 0.5) * lineHeight);
    paths.set(group, `${paths.get(group) ?? ''}M${x} ${y}h0`);
  }
  return new Map([...paths].sort(([one], [other]) => one - other));
}

function legendOf(groups: readonly number[]): Markup | null {
  if (!groups.some((group) => group >= 0)) return null;
  const names = groups.map((group) => {
    if (group < 0) return html`<li class="g-1">in no group</li>`;
    const name = group < COLOURED_GROUPS ? `group ${group + 1}` : 'further groups';
    return html`<li class="g${group}">${name}</li>`;
  });
  return html`<ul class="legend">${names}</ul>`;
}

function captionOf(
  accounts: number,
  lines: number,
  posts: number,
  dots: number,
  peak: Peak,
): string {
  const shown =
    lines < accounts
      ? ` Shown are ${lines} of ${accounts.toLocaleString('en-GB')} accounts, taken evenly from all of them.`
      : '';
  const thinned =
    dots < posts
      ? ` Of their ${posts.toLocaleString('en-GB')} posts ${dots.toLocaleString('en-GB')} are drawn.`
      : '';
  const reading =
    posts < 1.2 * lines
      ? 'Nearly all posted once, so the dots show how they came in: a straight line is an even pace.'
      : 'Columns of dots are accounts that act at once; long rows are accounts that post again and again.';
  return `One line an account, in order of first post; one dot a post. ${stretchWords(peak.startMs, peak.endMs)}.${shown}${thinned} ${reading}`;
}
