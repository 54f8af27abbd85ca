import type { Rows } from '../check-report-rows.ts';
import { barTable } from './bar-table.ts';
import { figure } from './figure.ts';
import type { Markup } from './markup.ts';

const SECOND_MS = 1000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;

/** Up to how long posts of a class stood. */
const CLASSES: readonly { readonly untilMs: number; readonly label: string }[] = [
  { untilMs: 10 * SECOND_MS, label: 'up to 10 seconds' },
  { untilMs: 30 * SECOND_MS, label: '10 to 30 seconds' },
  { untilMs: MINUTE_MS, label: '30 to 60 seconds' },
  { untilMs: 2 * MINUTE_MS, label: '1 to 2 minutes' },
  { untilMs: 5 * MINUTE_MS, label: '2 to 5 minutes' },
  { untilMs: HOUR_MS, label: '5 to 60 minutes' },
  { untilMs: 24 * HOUR_MS, label: '1 to 24 hours' },
  { untilMs: Number.POSITIVE_INFINITY, label: 'longer' },
];

/** How long the posts stood before they vanished. */
export function livesPicture({ livesMs }: Rows): Markup | null {
  const lives = livesMs.filter((ms) => !Number.isNaN(ms)).sort();
  if (lives.length === 0) return null;
  let fromMs = Number.NEGATIVE_INFINITY;
  const rows = CLASSES.map(({ untilMs, label }) => {
    const value = lives.filter((ms) => ms > fromMs && ms <= untilMs).length;
    fromMs = untilMs;
    return { label, value, marked: untilMs <= 5 * MINUTE_MS };
  });
  const standing = { label: 'not seen to vanish', value: livesMs.length - lives.length };
  const middle = lives[Math.floor(lives.length / 2)] ?? 0;
  return figure({
    title: 'How long posts stood',
    picture: barTable(['stood for', 'posts'], [...rows, standing], 'Posts by how long they stood'),
    caption: `Half of the ${lives.length.toLocaleString('en-GB')} posts that vanished were gone after ${secondsOf(middle)}. Red: gone within five minutes. A trend list counts a post that is gone all the same.`,
  });
}

function secondsOf(ms: number): string {
  if (ms < 2 * MINUTE_MS) return `${Math.round(ms / SECOND_MS)} seconds`;
  return ms < 2 * HOUR_MS
    ? `${Math.round(ms / MINUTE_MS)} minutes`
    : `${Math.round(ms / HOUR_MS)} hours`;
}
