import { LEVEL_WORDS } from '../dashboard/level-words.ts';
import { whole } from '../dashboard/wording.ts';
import { VERDICT_LEVELS, type VerdictLevel } from '../functions/model/verdict.ts';
import { DETECTION } from '../functions/settings/detection.ts';
import { checkHistory } from './check-history.ts';
import type { JudgedBurst } from './check-judge.ts';
import { shownHashtag, shownName } from './check-report-hashtag.ts';
import { gravestFirst } from './check-report-order.ts';
import { burstSection } from './html/burst-section.ts';
import { contentsTable, undecidedList } from './html/contents.ts';
import { howMade, type Making } from './html/how-made.ts';
import { limitsNote } from './html/limits-note.ts';
import { html, type Markup } from './html/markup.ts';
import { pseudonymsFor } from './html/pseudonyms.ts';
import { STYLE } from './html/style.ts';

/** Bursts shown in full; the others stand in the table of contents. */
const IN_FULL = 50;

/** Bytes for bursts in full: a page is to be sent by mail and read on a phone. */
const ROOM = 1_800_000;

/**
 * The report as one page that needs nothing else: no network, no script. The same bursts give the
 * same page, to the byte.
 */
export function htmlOf(bursts: readonly JudgedBurst[], making: Making): string {
  const decided = bursts.filter(({ verdict }) => verdict.level !== 'undecided').sort(gravestFirst);
  const undecided = bursts
    .filter(({ verdict }) => verdict.level === 'undecided')
    .sort((one, other) => other.verdict.posts - one.verdict.posts);
  const title = titleOf(bursts);
  const sections = sectionsOf(bursts, decided);
  const page = html`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark"><meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'"><title>${title.plain}</title><style>${{ markup: STYLE }}</style></head>
<body><header><p class="brand"><i aria-hidden="true"></i>Turfwatch check</p><h1>${title.shown}</h1><p class="lead">Did accounts act together? Each burst was put to the same questions: when, by whom, how alike, how soon gone. What stands out is shown with its numbers, and with what else it could be.</p>${tallyOf(bursts)}</header>
<main>${contentsOf(decided, sections.length)}${sections}${undecidedList(undecided)}</main>
<footer>${limitsNote(bursts)}${howMade(making)}</footer></body></html>
`;
  return page.markup;
}

function titleOf(bursts: readonly JudgedBurst[]): { plain: string; shown: Markup } {
  const [first, ...others] = bursts;
  if (first === undefined) {
    return { plain: 'Nothing to judge – Turfwatch', shown: html`No post carries a hashtag` };
  }
  const hashtags = new Set(bursts.map(({ hashtag }) => hashtag)).size;
  const name = shownHashtag(first.hashtag);
  if (others.length === 0) {
    const level = LEVEL_WORDS[first.verdict.level].name.toLowerCase();
    return {
      plain: `${name} on ${shownName(first.source)}: ${level} – Turfwatch`,
      shown: html`<bdi>${name}</bdi>: ${level}`,
    };
  }
  const count = `${whole(bursts.length)} bursts`;
  return hashtags === 1
    ? { plain: `${name}: ${count} – Turfwatch`, shown: html`<bdi>${name}</bdi>: ${count}` }
    : {
        plain: `${count} of ${whole(hashtags)} hashtags – Turfwatch`,
        shown: html`${count} of ${whole(hashtags)} hashtags`,
      };
}

/** How many bursts of each verdict, the gravest first, each with what it claims. */
function tallyOf(bursts: readonly JudgedBurst[]): Markup | null {
  if (bursts.length < 2) return null;
  const count = (level: VerdictLevel) =>
    bursts.filter(({ verdict }) => verdict.level === level).length;
  const levels = VERDICT_LEVELS.toReversed();
  return html`<ul class="tally">${levels.map(
    (level) => html`<li class="${level}"><strong>${whole(count(level))}</strong> ${level}</li>`,
  )}</ul>`;
}

function contentsOf(decided: readonly JudgedBurst[], inFull: number): Markup | null {
  if (decided.length < 2) return null;
  const listed = decided.map((burst, at) => ({
    burst,
    anchor: at < inFull ? anchorOf(at) : undefined,
  }));
  const beyond = decided.length - inFull;
  return html`<section aria-labelledby="contents"><h2 id="contents">Contents</h2>${
    beyond > 0 &&
    html`<p class="soft">The gravest ${inFull} are shown in full; the other ${whole(beyond)} stand in this table only.</p>`
  }${contentsTable(listed)}</section>`;
}

/** The gravest bursts in full, as many as the page has room for. */
function sectionsOf(
  bursts: readonly JudgedBurst[],
  decided: readonly JudgedBurst[],
): readonly Markup[] {
  const earlierThan = checkHistory(bursts, DETECTION.thresholds);
  const pseudonyms = pseudonymsFor(keyOf(decided));
  const sections: Markup[] = [];
  let room = ROOM;
  for (const [at, burst] of decided.slice(0, IN_FULL).entries()) {
    const section = burstSection(burst, { anchor: anchorOf(at), earlierThan, pseudonyms });
    room -= Buffer.byteLength(section.markup);
    if (room < 0 && at > 0) break;
    sections.push(section);
  }
  return sections;
}

function anchorOf(at: number): string {
  return `burst-${at + 1}`;
}

/** Known to whoever has the files, and to nobody else: who took part in the gravest burst. */
function keyOf([gravest]: readonly JudgedBurst[]): string {
  return gravest?.participants().toSorted().join('\n') ?? '';
}
