import { rivalOf } from './scorer.ts';
import { freshWindow, momentsOf, slide, type Window, windowBytes } from './window.ts';

/** As the Numenta benchmark runs it. */
const POLLS = 6400;
const STEP = 100;

const DAY = 288;

type Gaussian = { readonly window: Window; waiting: number[]; mean: number; deviation: number };

export function freshGaussian(): Gaussian {
  return { window: freshWindow(POLLS), waiting: [], mean: 0, deviation: 1 };
}

/**
 * Deviations from the mean of the last 6,400 polls, on either side; a full window moves on by 100 polls.
 *
 * @source github.com/numenta/NAB, `windowedGaussian`
 */
export function gaussianScore(state: Gaussian, posts: number): number {
  const deviations = Math.abs(posts - state.mean) / state.deviation;
  const first = state.window.seen === 0;
  if (state.window.seen < POLLS) learn(state, [posts]);
  else {
    state.waiting.push(posts);
    if (state.waiting.length === STEP) learn(state, state.waiting.splice(0));
  }
  return first ? 0 : deviations;
}

function learn(state: Gaussian, counts: readonly number[]): void {
  for (const count of counts) slide(state.window, count);
  const { mean, deviation } = momentsOf(state.window);
  state.mean = mean;
  state.deviation = deviation || 1e-6;
}

export const windowedGaussian = rivalOf<Gaussian>({
  name: 'windowed Gaussian',
  range: [2, 60],
  stateBytes: windowBytes(POLLS) + 8 * (STEP + 2),
  fresh: freshGaussian,
  // As it is published it starts with its second poll, which a benchmark's trial period hides.
  score: (state, posts) => {
    const ready = state.window.seen >= DAY;
    const score = gaussianScore(state, posts);
    return ready ? score : 0;
  },
});
