import { html, type Markup } from './markup.ts';

/** Width and height of the drawing inside a plot; it is stretched to the room there is. */
export const PLOT_WIDTH = 1000;
export const PLOT_HEIGHT = 400;

/** A label of an axis and where it stands on it, 0 to 1. */
export type Tick = { readonly at: number; readonly text: string };

export type PlotOptions = {
  /** What a listener hears in place of the picture. */
  readonly told: string;
  readonly x: readonly Tick[];
  readonly y: readonly Tick[];
  /** Drawn in a box of PLOT_WIDTH by PLOT_HEIGHT. */
  readonly drawing: Markup;
  readonly tall?: boolean;
};

/**
 * A drawing with axes. The labels are no part of the drawing: on a phone it shrinks and they stay
 * as large as other text.
 */
export function plot({ told, x, y, drawing, tall = false }: PlotOptions): Markup {
  return html`<div class="plot${tall && ' tall'}"><div class="ys" aria-hidden="true">${y.map(
    ({ at, text }) => html`<span style="bottom:${percent(at)}">${text}</span>`,
  )}</div><svg viewBox="0 0 ${PLOT_WIDTH} ${PLOT_HEIGHT}" preserveAspectRatio="none" role="img" aria-label="${told}"><path class="grid" d="${y
    .map(({ at }) => `M0 ${yOf(at)}H${PLOT_WIDTH}`)
    .join('')}"/>${drawing}</svg><div class="xs" aria-hidden="true">${x.map(
    ({ at, text }) => html`<span class="${edgeOf(at)}" style="left:${percent(at)}">${text}</span>`,
  )}</div></div>`;
}

/** Where a share of the height lies in the drawing, counted from below. */
export function yOf(share: number): number {
  return round(PLOT_HEIGHT * (1 - share));
}

/** Where a share of the width lies in the drawing. */
export function xOf(share: number): number {
  return round(PLOT_WIDTH * share);
}

/** Columns side by side as one path: a page holds many of them. */
export function columns(shares: readonly number[]): string {
  const width = PLOT_WIDTH / Math.max(1, shares.length);
  const gap = Math.min(2, width / 5);
  return shares
    .map((share, at) => {
      if (share <= 0) return '';
      const tall = Math.max(1.5, round(share * PLOT_HEIGHT));
      const wide = round(width - gap);
      return `M${round(at * width + gap / 2)} ${PLOT_HEIGHT}v${-tall}h${wide}v${tall}z`;
    })
    .join('');
}

/** Round numbers from 0 up to `top`, at most four. */
export function countTicks(top: number): readonly Tick[] {
  const step = [1, 2, 5, 10].map((one) => one * 10 ** Math.floor(Math.log10(Math.max(1, top) / 2)));
  const chosen = Math.max(1, step.find((one) => top / one <= 3) ?? top);
  return Array.from({ length: Math.floor(top / chosen) + 1 }, (_, n) => ({
    at: (n * chosen) / Math.max(1, top),
    text: (n * chosen).toLocaleString('en-GB'),
  }));
}

/** Labels at the ends of an axis stay within it. */
function edgeOf(at: number): string {
  if (at < 0.04) return 'first';
  return at > 0.96 ? 'last' : 'mid';
}

function percent(share: number): string {
  return `${round(share * 100)}%`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
