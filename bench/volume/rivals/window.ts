/** The last counts and their sums; counts are whole, so the sums do not drift. */
export type Window = { readonly counts: Float64Array; seen: number; sum: number; squares: number };

export function freshWindow(size: number): Window {
  return { counts: new Float64Array(size), seen: 0, sum: 0, squares: 0 };
}

/** Takes in the newest count; where the window is full the oldest leaves. */
export function slide(window: Window, posts: number): void {
  const at = window.seen % window.counts.length;
  const left = window.counts[at] ?? 0;
  window.sum += posts - left;
  window.squares += posts * posts - left * left;
  window.counts[at] = posts;
  window.seen += 1;
}

export function momentsOf({ counts, seen, sum, squares }: Window): {
  readonly mean: number;
  readonly deviation: number;
} {
  const size = Math.min(seen, counts.length);
  const mean = sum / size;
  return { mean, deviation: Math.sqrt(Math.max(0, squares / size - mean * mean)) };
}

export const windowBytes = (size: number) => 8 * (size + 3);
