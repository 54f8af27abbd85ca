/** [fromMs, toMs), epoch milliseconds. */
export type TimeSpan = { readonly fromMs: number; readonly toMs: number };

/** For which times a partner vouches that it has handed in all that it saw. */
export type Vouched = {
  readonly partner: string;
  /** Normalised; null: of every hashtag of which the partner hands in anything. */
  readonly hashtag: string | null;
  /** Since when posts of the hashtag are kept: what was handed in before may have been dropped. */
  readonly sinceMs: number;
  /** Oldest first, apart from one another. The last may be empty: what follows begins there. */
  readonly spans: readonly TimeSpan[];
  readonly version: number;
};

export type Vouching = {
  /** Null: from where the partner vouched last. */
  readonly fromMs: number | null;
  readonly untilMs: number;
};

export type VouchSettings = {
  /** After a longer silence a partner has to say from when on it vouches, milliseconds. */
  readonly silenceMs: number;
  /** What is older is forgotten, milliseconds. */
  readonly keptMs: number;
};

/** More gaps than this make the oldest of what is known forgotten. */
const MOST_SPANS = 64;

/**
 * Adds what a partner vouches for. Who says no beginning goes on from its last word, unless it was
 * silent too long: then it starts anew, and what lies between is a gap.
 */
export function vouch(
  vouched: Vouched,
  { fromMs, untilMs }: Vouching,
  atMs: number,
  { silenceMs, keptMs }: VouchSettings,
): Vouched {
  const lastMs = vouched.spans.at(-1)?.toMs;
  const goesOn = lastMs !== undefined && untilMs - lastMs <= silenceMs;
  const beginMs = fromMs ?? (goesOn ? Math.min(lastMs, untilMs) : untilMs);
  const spans = joinSpans([...vouched.spans, { fromMs: beginMs, toMs: untilMs }])
    .filter(({ toMs }) => toMs > atMs - keptMs)
    .slice(-MOST_SPANS);
  return { ...vouched, spans };
}

/**
 * The times of which all posts of a hashtag are known: what its partner vouched for by name, and of
 * what it vouched for in general the time in which posts of this hashtag were kept.
 *
 * @param shelf what is known of the hashtag itself; undefined where nothing was ever kept of it
 */
export function knownSpans(
  partner: Vouched | undefined,
  shelf: Vouched | undefined,
): readonly TimeSpan[] {
  if (shelf === undefined) return [];
  const general = (partner?.spans ?? [])
    .map(({ fromMs, toMs }) => ({ fromMs: Math.max(fromMs, shelf.sinceMs), toMs }))
    .filter(({ fromMs, toMs }) => fromMs <= toMs);
  return joinSpans([...shelf.spans, ...general]);
}

export function isWithin(spans: readonly TimeSpan[], { fromMs, toMs }: TimeSpan): boolean {
  return spans.some((span) => span.fromMs <= fromMs && toMs <= span.toMs);
}

/** Spans that meet become one. */
function joinSpans(spans: readonly TimeSpan[]): readonly TimeSpan[] {
  const joined: TimeSpan[] = [];
  for (const span of [...spans].sort((one, other) => one.fromMs - other.fromMs)) {
    const last = joined.at(-1);
    if (last === undefined || span.fromMs > last.toMs) joined.push(span);
    else joined[joined.length - 1] = { ...last, toMs: Math.max(last.toMs, span.toMs) };
  }
  return joined;
}
