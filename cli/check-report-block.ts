import { counted, whole } from '../dashboard/wording.ts';
import { sparkLine } from '../functions/model/spark-line.ts';
import type { CoordinatedGroup } from '../functions/signals/measure-posts.ts';
import { shareWords } from '../functions/verdict/share-words.ts';
import { alternativesOf, headlineOf, reasonsOf } from '../functions/verdict/words.ts';
import type { JudgedBurst } from './check-judge.ts';
import { joinedBy, meetingTimes } from './check-report-groups.ts';
import { shownHashtag, shownName } from './check-report-hashtag.ts';
import { bold, dim, inColourOf } from './check-report-style.ts';
import { type Blind, blindSignals, blindWords, isAmong } from './check-report-unmeasured.ts';
import { volumeOf } from './check-report-volume.ts';
import { labelled, type Room, wrapped } from './check-wrap.ts';
import { spanWords, stretchWords } from './html/time-axis.ts';

/** Bars of the volume, enough to see a spike and narrow enough for any terminal. */
const BARS = 48;

/** Groups that are told of one by one. */
const SHOWN_GROUPS = 3;

export type BlockOptions = Room & {
  /** Unfold every list. */
  readonly all: boolean;
  /** What could nowhere be measured, which is said once for all. */
  readonly nowhere: readonly Blind[];
};

/** One burst as a person reads it: what, when, why, what it could be else, and what nobody could see. */
export function blockOf(burst: JudgedBurst, options: BlockOptions): string {
  const { verdict } = burst;
  const lines = [
    ...titleOf(burst, options),
    ...wrapped(headlineOf(verdict), options).map((line) => inColourOf(verdict.level, line)),
    ...volumeLines(burst, options),
    ...reasonsOf(verdict).flatMap((reason) => wrapped(reason, options, '· ')),
    ...shareLines(burst, options),
    ...groupLines(burst.groups, options),
    ...alternativeLines(burst, options),
    ...unmeasuredLines(burst, options),
  ];
  return lines.join('\n');
}

function titleOf({ source, hashtag, verdict }: JudgedBurst, room: Room): string[] {
  const { posts, accounts, strength } = verdict;
  return [
    `${bold(shownHashtag(hashtag))} on ${shownName(source)} · strength ${strength.toFixed(2)}`,
    ...wrapped(
      `${stretchWords(verdict.startMs, verdict.endMs)} · ${counted(posts, 'post')} by ${counted(accounts, 'account')}`,
      room,
    ),
  ];
}

function volumeLines(burst: JudgedBurst, { width }: Room): string[] {
  const bars = Math.min(BARS, width - 2);
  const { startMs, endMs } = burst.verdict;
  const volume = volumeOf(burst.times(), startMs, endMs, bars);
  const most = whole(Math.max(...volume));
  const barMs = Math.max(1, endMs - startMs) / bars;
  return [
    `  ${sparkLine(volume)}`,
    dim(`  a bar is ${spanWords(barMs)}, the highest ${most} ${most === '1' ? 'post' : 'posts'}`),
  ];
}

function shareLines({ verdict }: JudgedBurst, room: Room): string[] {
  return verdict.share ? labelled('Coordinated', shareWords(verdict.share), room) : [];
}

function groupLines(groups: readonly CoordinatedGroup[], { all, width }: BlockOptions): string[] {
  const shown = all ? groups : groups.slice(0, SHOWN_GROUPS);
  const rest = groups.length - shown.length;
  const more = rest > 0 ? [`and ${whole(rest)} smaller; --all shows them`] : [];
  return [...shown.map(groupWords), ...more].flatMap((words, at) =>
    labelled(at === 0 ? 'Groups' : '', words, { width }),
  );
}

function groupWords(group: CoordinatedGroup): string {
  const size = `${counted(group.accounts.length, 'account')} with ${counted(group.posts, 'post')}`;
  const times = meetingTimes(group);
  return `${size}, joined by ${joinedBy(group)}${times === '' ? '' : `: ${times}`}`;
}

function unmeasuredLines({ verdict }: JudgedBurst, { nowhere, width }: BlockOptions): string[] {
  const here = blindSignals(verdict).filter((blind) => !isAmong(nowhere, blind));
  return here.length === 0 ? [] : labelled('Not measured', blindWords(here), { width }).map(dim);
}

/** For `organic` the other reading is the same each time, and said once at the end of the report. */
function alternativeLines({ verdict }: JudgedBurst, room: Room): string[] {
  const alternatives = alternativesOf(verdict);
  const could = alternatives.map(({ innocent }) => innocent).join('; with ');
  const decide = alternatives.map(({ decider }) => decider).join('; ');
  if (alternatives.length === 0) return [];
  return [...labelled('Could also be', could, room), ...labelled('Would decide', decide, room)];
}
