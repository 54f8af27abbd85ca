import { LEVEL_WORDS } from '../../dashboard/level-words.ts';
import { whole } from '../../dashboard/wording.ts';
import type { Verdict } from '../../functions/model/verdict.ts';
import { shareWords } from '../../functions/verdict/share-words.ts';
import {
  alternativeOf,
  alternativesOf,
  findingOf,
  reasonsOf,
} from '../../functions/verdict/words.ts';
import type { CheckHistory } from '../check-history.ts';
import type { JudgedBurst } from '../check-judge.ts';
import { shownHashtag, shownName } from '../check-report-hashtag.ts';
import { peakOf } from '../check-report-peak.ts';
import { rowsOf } from '../check-report-rows.ts';
import { creationPicture } from './creation-picture.ts';
import { groupsTable } from './groups-table.ts';
import { livesPicture } from './lives-picture.ts';
import { html, type Markup } from './markup.ts';
import { postingsPicture } from './postings-picture.ts';
import type { Pseudonyms } from './pseudonyms.ts';
import { rasterPicture } from './raster-picture.ts';
import { returnPicture } from './return-picture.ts';
import { signalBars } from './signal-bars.ts';
import { textsPicture } from './texts-picture.ts';
import { stretchWords } from './time-axis.ts';
import { volumePicture } from './volume-picture.ts';

export type SectionContext = {
  /** Where it stands in the page. */
  readonly anchor: string;
  readonly earlierThan: CheckHistory;
  readonly pseudonyms: Pseudonyms;
};

/** One burst in full: verdict, reasons, the other reading, and every picture that its posts allow. */
export function burstSection(burst: JudgedBurst, context: SectionContext): Markup {
  const { verdict, groups } = burst;
  const table = burst.table();
  const rows = rowsOf(table);
  const peak = peakOf(rows.times, rows.minuteStamps);
  const pictures = [
    volumePicture(rows, peak),
    rasterPicture(rows, peak, groups),
    postingsPicture(rows),
    textsPicture(rows),
    creationPicture(rows),
    livesPicture(rows),
    returnPicture(rows, context.earlierThan(burst, table)),
  ];
  return html`<section class="burst ${verdict.level}" id="${context.anchor}" aria-labelledby="${context.anchor}-title">${headOf(burst, context.anchor)}
<h3>Why</h3><ol class="reasons">${reasonsOf(verdict).map(
    (reason) => html`<li>${sentence(reason)}</li>`,
  )}</ol>
<h3>What else it could be</h3>${alternativesTable(verdict)}
<h3>What the posts show</h3><div class="figures">${pictures}</div>
${groupsTable(groups, verdict, context.pseudonyms)}
<h3>What was measured</h3>${signalBars(verdict)}</section>`;
}

function headOf({ source, hashtag, verdict }: JudgedBurst, anchor: string): Markup {
  return html`<header><p class="level">${LEVEL_WORDS[verdict.level].name}</p>
<h2 id="${anchor}-title"><bdi>${shownHashtag(hashtag)}</bdi> <span class="soft">on ${shownName(source)}</span></h2>
<p class="headline">${upper(findingOf(verdict))}</p>
<dl class="facts">${factsOf(verdict).map(
    ([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`,
  )}</dl></header>`;
}

function factsOf(verdict: Verdict): readonly (readonly [string, string])[] {
  const { share } = verdict;
  return [
    ['when', stretchWords(verdict.startMs, verdict.endMs)],
    ['posts', whole(verdict.posts)],
    ['accounts', whole(verdict.accounts)],
    ['strength', verdict.strength.toFixed(2)],
    ...(share ? [['coordinated share', shareWords(share)] as const] : []),
  ];
}

function alternativesTable(verdict: Verdict): Markup {
  const alternatives = alternativesOf(verdict);
  if (alternatives.length === 0) return html`<p>${alternativeOf(verdict)}</p>`;
  return html`<table class="alternatives" role="table">
<thead role="rowgroup"><tr role="row"><th scope="col" role="columnheader">seen</th><th scope="col" role="columnheader">could also be</th><th scope="col" role="columnheader">what would decide</th></tr></thead>
<tbody role="rowgroup">${alternatives.map(
    ({ seen, innocent, decider }) =>
      html`<tr role="row"><th scope="row" role="rowheader">${seen}</th><td role="cell" data-head="could also be">${innocent}</td><td role="cell" data-head="what would decide">${decider}</td></tr>
`,
  )}</tbody></table>`;
}

function sentence(reason: string): string {
  return `${upper(reason)}.`;
}

function upper(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
