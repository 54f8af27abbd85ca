import { counted, whole } from '../../dashboard/wording.ts';
import type { Verdict } from '../../functions/model/verdict.ts';
import type { CoordinatedGroup } from '../../functions/signals/measure-posts.ts';
import { joinedBy } from '../check-report-groups.ts';
import { numbers } from './figure.ts';
import { html, type Markup } from './markup.ts';
import type { Pseudonyms } from './pseudonyms.ts';
import { stretchWords } from './time-axis.ts';

const OPEN_GROUPS = 3;
const SHOWN_GROUPS = 20;
const SHOWN_MEMBERS = 16;
const SHOWN_MEETINGS = 8;

/**
 * Who kept meeting, how often, and over what.
 */
export function groupsTable(
  groups: readonly CoordinatedGroup[],
  { accounts, standing }: Pick<Verdict, 'accounts' | 'standing'>,
  pseudonyms: Pseudonyms,
): Markup | null {
  if (groups.length === 0) return null;
  const shown = groups
    .slice(0, SHOWN_GROUPS)
    .map((group, number) => groupOf(group, number, pseudonyms));
  const rest = groups.length - OPEN_GROUPS;
  const beyond = groups.length - SHOWN_GROUPS;
  return html`<h4 class="apart">Groups: accounts that kept meeting or came back</h4>
<p class="soft">${membersOf(groups, accounts)}${!standing.includes('again') && ' The verdict does not rest on them: they are too few, or their meetings too likely.'}</p>
${shown.slice(0, OPEN_GROUPS)}
${
  rest > 0 &&
  html`<details class="behind"><summary>${counted(rest, 'smaller group')}</summary>${shown.slice(OPEN_GROUPS)}${
    beyond > 0 && html`<p>${whole(beyond)} more: <code>--json</code> lists them all.</p>`
  }</details>`
}`;
}

function membersOf(groups: readonly CoordinatedGroup[], accounts: number): string {
  const members = new Set(groups.flatMap((group) => group.accounts)).size;
  const share = ((100 * members) / accounts).toLocaleString('en-GB', { maximumFractionDigits: 1 });
  return `${whole(members)} of ${whole(accounts)} accounts (${share} %) met others again and again, in text, in time or in earlier bursts, more than chance explains.`;
}

function groupOf(group: CoordinatedGroup, number: number, pseudonyms: Pseudonyms): Markup {
  const names = group.accounts.slice(0, SHOWN_MEMBERS).map(pseudonyms);
  const rest = group.accounts.length - names.length;
  return html`<div class="group"><p><strong>Group ${number + 1}</strong>: ${counted(group.accounts.length, 'account')} with ${counted(group.posts, 'post')}, joined by ${joinedBy(group)}</p>
<p class="members">${names.map((name) => html`<code>${name}</code> `)}${
    rest > 0 && html`<span class="soft">and ${whole(rest)} more</span>`
  }</p>${meetingsTable(group)}</div>`;
}

function meetingsTable({ meetings, textMeetings, timeMeetings }: CoordinatedGroup): Markup {
  const all = textMeetings + timeMeetings;
  if (all === 0) return html``;
  const rows = meetings
    .slice(0, SHOWN_MEETINGS)
    .map(({ kind, startMs, endMs, accounts, allPosts }) => [
      kind === 'text' ? 'one text' : 'one moment',
      stretchWords(startMs, endMs),
      accounts,
      allPosts,
    ]);
  const title =
    rows.length === all
      ? counted(all, 'meeting')
      : `the largest ${rows.length} of ${whole(all)} meetings`;
  return html`<details class="behind"><summary>${title}</summary>${numbers(['met over', 'when', 'accounts', 'posts'], rows)}</details>`;
}
