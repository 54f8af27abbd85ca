import { rivalOf } from './scorer.ts';
import { freshWindow, momentsOf, slide, type Window, windowBytes } from './window.ts';

const DAY = 288;

/** Deviations above the mean of the day before; a deviation is one post at least. */
export const zScore = rivalOf<Window>({
  name: 'z-score, last day',
  range: [3, 60],
  stateBytes: windowBytes(DAY),
  fresh: () => freshWindow(DAY),
  score(window, posts) {
    const { mean, deviation } = momentsOf(window);
    const ready = window.seen >= DAY;
    slide(window, posts);
    return ready ? (posts - mean) / Math.max(1, deviation) : 0;
  },
});
