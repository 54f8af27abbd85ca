import type { CoordinatedGroup } from '../../functions/signals/measure-posts.ts';
import { joinedBy, meetingsOf } from '../check-report-groups.ts';
import { numbers } from './figure.ts';
import { html, type Markup } from './markup.ts';
import type { Pseudonyms } from './pseudonyms.ts';
import { stretchWords } from './time-axis.ts';

const SHOWN_GROUPS = 8;
const SHOWN_MEMBERS = 16;
const SHOWN_MEETINGS = 8;

/** Who kept meeting, how often, and over what. */
export function groupsTable(
  groups: readonly CoordinatedGroup[],
  pseudonyms: Pseudonyms,
): Markup | null {
  if (groups.length === 0) return null;
  const others = groups.length - SHOWN_GROUPS;
  return html`<h4>Groups: accounts that kept meeting</h4>${groups
    .slice(0, SHOWN_GROUPS)
    .map((group, number) => groupOf(group, number, pseudonyms))}${
    others > 0 &&
    html`<p class="soft">${others} smaller groups: <code>--json</code> lists them all.</p>`
  }`;
}

function groupOf(group: CoordinatedGroup, number: number, pseudonyms: Pseudonyms): Markup {
  const joined = joinedBy(group);
  const rest = group.accounts.length - SHOWN_MEMBERS;
  return html`<div class="group"><p><strong>Group ${number + 1}</strong>: ${group.accounts.length.toLocaleString('en-GB')} accounts with ${group.posts.toLocaleString('en-GB')} posts${joined && `, joined by ${joined}`}</p><p class="members">${group.accounts
    .slice(0, SHOWN_MEMBERS)
    .map(
      (account) => html`<code>${pseudonyms(account)}</code> `,
    )}${rest > 0 && html`<span class="soft">and ${rest.toLocaleString('en-GB')} more</span>`}</p>${meetingsTable(group)}</div>`;
}

function meetingsTable(group: CoordinatedGroup): Markup | null {
  const meetings = meetingsOf(group);
  if (meetings.length === 0) return null;
  const rows = meetings
    .slice(0, SHOWN_MEETINGS)
    .map(({ kind, startMs, endMs, accounts, posts }) => [
      kind === 'text' ? 'one text' : 'one moment',
      stretchWords(startMs, endMs),
      accounts,
      posts.length,
    ]);
  const title = `The ${rows.length === meetings.length ? '' : 'largest '}${rows.length} of ${meetings.length} meetings`;
  return html`<details class="behind"><summary>${title}</summary>${numbers(['met over', 'when', 'accounts', 'posts'], rows)}</details>`;
}
