import { counted, whole } from '../dashboard/wording.ts';
import type { CoordinatedGroup } from '../functions/signals/measure-posts.ts';
import { instant } from './html/time-axis.ts';

const SHOWN_TIMES = 3;

/** What joined a group. @example '3 shared texts and 12 crowded moments' */
export function joinedBy({ textMeetings, timeMeetings, cameBackFrom }: CoordinatedGroup): string {
  return [
    ...(cameBackFrom === undefined
      ? []
      : [`earlier bursts of ${counted(cameBackFrom, 'unrelated subject')} or more`]),
    ...(textMeetings > 0 ? [counted(textMeetings, 'shared text')] : []),
    ...(timeMeetings > 0 ? [counted(timeMeetings, 'crowded moment')] : []),
  ].join(' and ');
}

/** When a group met in its largest meetings, the earliest first. */
export function meetingTimes({ meetings, textMeetings, timeMeetings }: CoordinatedGroup): string {
  const shown = meetings
    .slice(0, SHOWN_TIMES)
    .map(({ startMs }) => startMs)
    .sort((one, other) => one - other)
    .map(instant);
  const rest = textMeetings + timeMeetings - shown.length;
  return `${[...new Set(shown)].join('; ')}${rest > 0 ? `; and ${whole(rest)} more` : ''}`;
}
