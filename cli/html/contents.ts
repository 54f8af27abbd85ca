import { LEVEL_WORDS } from '../../dashboard/level-words.ts';
import { whole } from '../../dashboard/wording.ts';
import type { JudgedBurst } from '../check-judge.ts';
import { shownHashtag, shownName } from '../check-report-hashtag.ts';
import { html, type Markup } from './markup.ts';
import { shortStretch } from './time-axis.ts';

/** Rows of a table of bursts; what is beyond is counted. */
const MOST_ROWS = 500;

export type Listed = {
  readonly burst: JudgedBurst;
  /** Where it is shown in full; undefined if it is not. */
  readonly anchor: string | undefined;
};

/** Every burst in a line, in the given order; those shown in full are linked. */
export function contentsTable(listed: readonly Listed[]): Markup {
  return html`<div class="scroll"><table class="contents figures-too">
<thead><tr><th scope="col">hashtag, time (UTC)</th><th scope="col">verdict</th><th scope="col">strength</th><th scope="col">posts</th><th scope="col">accounts</th></tr></thead>
<tbody>${listed.slice(0, MOST_ROWS).map(rowOf)}</tbody></table></div>${beyond(listed.length)}`;
}

function rowOf({ burst, anchor }: Listed): Markup {
  const { level, strength, posts, accounts } = burst.verdict;
  return html`<tr>${nameOf(burst, anchor)}
<td><span class="tag ${level}">${LEVEL_WORDS[level].name}</span></td>
<td>${strength.toFixed(2)}</td><td>${whole(posts)}</td><td>${whole(accounts)}</td></tr>`;
}

function nameOf({ hashtag, source, verdict }: JudgedBurst, anchor?: string): Markup {
  const name = html`<bdi>${shownHashtag(hashtag)}</bdi>`;
  const linked = anchor === undefined ? name : html`<a href="#${anchor}">${name}</a>`;
  return html`<th scope="row">${linked} <span class="soft">${shownName(source)}</span>
<span class="when">${shortStretch(verdict.startMs, verdict.endMs)}</span></th>`;
}

/** Bursts that could not be judged, folded away, with why. */
export function undecidedList(undecided: readonly JudgedBurst[]): Markup | null {
  if (undecided.length === 0) return null;
  const rows = undecided.slice(0, MOST_ROWS);
  return html`<details class="undecided">
<summary>${whole(undecided.length)} undecided: not enough to see by. This does not say that they are organic.</summary>
<div class="scroll"><table class="contents">
<thead><tr><th scope="col">hashtag, time (UTC)</th><th scope="col">why undecided</th></tr></thead>
<tbody>${rows.map((burst) => html`<tr>${nameOf(burst)}<td>${burst.verdict.undecidedBecause}</td></tr>`)}</tbody>
</table></div>${beyond(undecided.length)}</details>`;
}

function beyond(bursts: number): Markup | null {
  if (bursts <= MOST_ROWS) return null;
  return html`<p class="soft">${whole(bursts - MOST_ROWS)} more are left out here; <code>--json</code> lists every one.</p>`;
}
