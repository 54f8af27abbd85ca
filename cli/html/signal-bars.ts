import { SIGNAL_WORDS } from '../../dashboard/signal-words.ts';
import { short } from '../../dashboard/wording.ts';
import { type Evidence, isMeasured, type SignalName } from '../../functions/model/evidence.ts';
import type { Verdict } from '../../functions/model/verdict.ts';
import { DETECTION } from '../../functions/settings/detection.ts';
import { stands } from '../../functions/verdict/stands.ts';
import type { SignalThreshold } from '../../functions/verdict/thresholds.ts';
import { html, type Markup } from './markup.ts';

type Limit = SignalThreshold;

const LIMITS: Readonly<Partial<Record<SignalName, Limit>>> = DETECTION.thresholds.bySignal;

const HEADS = ['how surprising', 'how large', 'accounts', 'result'] as const;

/** Every signal with what it found beside its limits, or why it could not look. */
export function signalBars({ evidence }: Verdict): Markup {
  return html`<div class="scroll"><table class="signals" role="table">
<caption>Each signal beside its limits. The mark in a bar is the limit; a signal stands when all three are reached; for some fewer accounts do where the effect is larger.</caption>
<thead role="rowgroup"><tr role="row"><th scope="col" role="columnheader">signal</th>${HEADS.map(
    (head) => html`<th scope="col" role="columnheader">${head}</th>`,
  )}</tr></thead>
<tbody role="rowgroup">${evidence.map(rowOf)}</tbody></table></div>`;
}

function rowOf(evidence: Evidence): Markup {
  const limit = LIMITS[evidence.signal];
  if (!isMeasured(evidence)) {
    const why = html`<span class="tag">not measured</span> ${evidence.reason}`;
    return row(evidence.signal, 'unmeasured', html`<td colspan="4" role="cell">${why}</td>`);
  }
  const { score, effect, accounts } = evidence;
  const reaches = stands(evidence, limit);
  return row(
    evidence.signal,
    reaches ? 'stands' : 'quiet',
    html`${cell(0, meter(score, limit?.score))}${cell(1, meter(effect, limit?.effect))}${cell(2, meter(accounts, limit?.accounts))}${cell(3, resultOf(reaches, limit))}`,
  );
}

function row(signal: SignalName, state: string, cells: Markup): Markup {
  const { name, asks } = SIGNAL_WORDS[signal];
  return html`<tr class="${state}" role="row"><th scope="row" role="rowheader">${name} <span class="asks">${asks}</span></th>${cells}</tr>
`;
}

/** A cell that says its own head where a narrow screen leaves no room for columns. */
function cell(column: number, content: Markup): Markup {
  return html`<td role="cell" data-head="${HEADS[column]}">${content}</td>`;
}

function resultOf(reaches: boolean, limit: Limit | undefined): Markup {
  if (limit === undefined) return html`shown, not counted`;
  return reaches ? html`<strong>stands</strong>` : html`does not stand`;
}

/** A value beside its limit: a bar that is full at twice the limit. */
function meter(value: number, limit: number | undefined): Markup {
  if (limit === undefined) return html`${short(value)}`;
  const share = Math.min(100, Math.max(0, (50 * value) / limit)).toFixed(1);
  return html`<span class="meter" style="--share:${share}%" aria-hidden="true"></span><span>${short(value)} <span class="soft">limit ${short(limit)}</span></span>`;
}
