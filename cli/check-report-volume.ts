/** Posts in equal parts of a span of time; posts outside it are not counted. */
export function volumeOf(
  times: ArrayLike<number>,
  startMs: number,
  endMs: number,
  parts: number,
): readonly number[] {
  const volume = new Array<number>(parts).fill(0);
  const partMs = Math.max(1, endMs - startMs) / parts;
  for (let at = 0; at < times.length; at++) {
    const part = Math.min(parts - 1, Math.floor(((times[at] ?? 0) - startMs) / partMs));
    if (part >= 0) volume[part] = (volume[part] ?? 0) + 1;
  }
  return volume;
}
