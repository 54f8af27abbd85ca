import type { CoordinatedGroup } from '../functions/signals/measure-posts.ts';
import { instant } from './html/time-axis.ts';

/** An occasion on which members of a group met: a text they share, or a stretch of time they crowd into. */
export type GroupMeeting = {
  readonly kind: 'text' | 'time';
  readonly startMs: number;
  readonly endMs: number;
  /** Ids of the posts. */
  readonly posts: readonly string[];
  readonly accounts: number;
};

/** @returns the largest first; none where the posts behind a group were not kept */
export function meetingsOf(
  group: CoordinatedGroup & { readonly meetings?: readonly GroupMeeting[] },
): readonly GroupMeeting[] {
  return group.meetings ?? [];
}

/** What joined a group. @example '3 texts and 12 crowded moments' */
export function joinedBy(group: CoordinatedGroup): string | undefined {
  const meetings = meetingsOf(group);
  if (meetings.length === 0) return undefined;
  const texts = meetings.filter(({ kind }) => kind === 'text').length;
  const moments = meetings.length - texts;
  return [
    ...(texts > 0 ? [counted(texts, 'shared text')] : []),
    ...(moments > 0 ? [counted(moments, 'crowded moment')] : []),
  ].join(' and ');
}

const SHOWN_TIMES = 3;

/** When a group met, the earliest first. */
export function meetingTimes(group: CoordinatedGroup): string {
  const starts = meetingsOf(group)
    .map(({ startMs }) => startMs)
    .sort((one, other) => one - other)
    .map(instant);
  const rest = starts.length - SHOWN_TIMES;
  return `${starts.slice(0, SHOWN_TIMES).join('; ')}${rest > 0 ? ` and ${rest} times more` : ''}`;
}

function counted(count: number, noun: string): string {
  return `${count.toLocaleString('en-GB')} ${noun}${count === 1 ? '' : 's'}`;
}
