const MINUTE_MS = 60_000;

/** Minutes that are read together although nothing of them is asked for: one question more costs as much. */
const SKIPPED_MINUTES = 3;

/** The minutes of these times as few stretches [fromMs, toMs) of whole minutes. */
export function minuteRuns(
  timesMs: readonly number[],
): readonly { readonly fromMs: number; readonly toMs: number }[] {
  const runs: { fromMs: number; toMs: number }[] = [];
  const minutes = new Set(timesMs.map((ms) => Math.floor(ms / MINUTE_MS) * MINUTE_MS));
  for (const fromMs of [...minutes].sort((one, other) => one - other)) {
    const last = runs.at(-1);
    const near = last !== undefined && fromMs - last.toMs <= SKIPPED_MINUTES * MINUTE_MS;
    if (near) last.toMs = fromMs + MINUTE_MS;
    else runs.push({ fromMs, toMs: fromMs + MINUTE_MS });
  }
  return runs;
}
