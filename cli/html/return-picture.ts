import type { Attendance } from '../../functions/signals/attendance.ts';
import { shownHashtag } from '../check-report-hashtag.ts';
import type { Rows } from '../check-report-rows.ts';
import { barTable } from './bar-table.ts';
import { figure } from './figure.ts';
import { html, type Markup } from './markup.ts';
import { day } from './time-axis.ts';

const SHOWN = 12;

/** Which earlier bursts of other hashtags had accounts of this one. */
export function returnPicture({ accounts }: Rows, earlier: Attendance | null): Markup | null {
  if (earlier === null || accounts.length === 0) return null;
  const { bursts } = earlier;
  const sharedWith = new Int32Array(bursts.length);
  for (const at of accounts.flatMap(earlier.burstsOf)) sharedWith[at] = (sharedWith[at] ?? 0) + 1;
  const links = bursts
    .map((burst, at) => ({ burst, shared: sharedWith[at] ?? 0 }))
    .filter(({ shared }) => shared > 0)
    .sort((one, other) => other.shared - one.shared || other.burst.startMs - one.burst.startMs);
  const rows = links.slice(0, SHOWN).map(({ burst, shared }) => ({
    label: html`<bdi>${shownHashtag(burst.hashtag)}</bdi> <span class="soft">${day(burst.startMs)}</span>`,
    value: shared,
    text: `${shared.toLocaleString('en-GB')} of ${accounts.length.toLocaleString('en-GB')} (${Math.round((100 * shared) / accounts.length)} %)`,
  }));
  if (rows.length === 0) return null;
  const others = links.length - rows.length;
  return figure({
    title: 'The same accounts under earlier hashtags',
    wide: true,
    picture: barTable(
      ['earlier burst', 'accounts of this burst'],
      rows,
      'Earlier bursts with accounts of this one',
    ),
    caption: `Of ${bursts.length.toLocaleString('en-GB')} earlier bursts of other hashtags in the same files ${links.length.toLocaleString('en-GB')} had accounts of this one${others > 0 ? `; ${others.toLocaleString('en-GB')} are not listed` : ''}. Do these hashtags belong to one subject? Then they may be its regulars.`,
  });
}
