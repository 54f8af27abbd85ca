/**
 * Asks for each name at most once in a while, and gives the last answer in between. An answer that
 * failed is asked for again.
 *
 * @param ask a name of the settings, for every name stays in memory
 */
export function keptAnswers<T>(
  forMs: number,
  ask: (name: string | null, nowMs: number) => Promise<T>,
): (name: string | null, nowMs: number) => Promise<T> {
  const kept = new Map<string | null, { readonly atMs: number; readonly answer: T }>();
  return async (name, nowMs) => {
    const known = kept.get(name);
    if (known !== undefined && nowMs - known.atMs < forMs) return known.answer;
    const answer = await ask(name, nowMs);
    kept.set(name, { atMs: nowMs, answer });
    return answer;
  };
}
