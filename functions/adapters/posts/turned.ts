const MINUTE_MS = 60_000;

/** Of more than can be asked for at once, another part each minute, so that each has its turn. */
export function turned<T>(all: readonly T[], nowMs: number, part: number): readonly T[] {
  if (all.length <= part) return all;
  const from = (Math.floor(nowMs / MINUTE_MS) * part) % all.length;
  return [...all.slice(from), ...all.slice(0, from)].slice(0, part);
}
