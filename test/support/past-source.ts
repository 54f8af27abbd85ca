import { SourceError } from '../../functions/model/errors.ts';
import type { BucketCount, Source } from '../../functions/ports/source.ts';
import { capabilityOf } from './capability.ts';

const SLOT_MS = 5 * 60_000;
const DAY_MS = 86_400_000;

export const usual = (startMs: number): number | null => 4 + ((startMs / SLOT_MS) % 5);

/** A source of five-minute counts with a week of past, told a portion at a time. */
export function pastSource(portionMs = 7 * DAY_MS) {
  const script = {
    posts: usual,
    portionMs,
    fails: (_fromMs: number): string | null => null,
    present: null as string | null,
    sampled: false,
    asked: [] as number[],
  };
  const count = (fromMs: number, toMs: number) => {
    const counts: BucketCount[] = [];
    for (let startMs = fromMs; startMs < toMs; startMs += SLOT_MS) {
      const posts = script.posts(startMs);
      if (posts !== null) counts.push({ startMs, posts });
    }
    return counts;
  };
  const source: Source = {
    capability: capabilityOf({
      historyMs: 7 * DAY_MS,
      pastMs: 7 * DAY_MS,
      deletions: 'unseen',
      authorDates: 'unknown',
      postsWithCounts: false,
    }),
    async counts({ fromMs, toMs }) {
      if (script.present !== null) throw new SourceError(script.present, { retryable: true });
      return count(fromMs, toMs);
    },
    async past({ fromMs, toMs }) {
      script.asked.push(fromMs);
      const failure = script.fails(fromMs);
      if (failure !== null) throw new SourceError(failure, { retryable: true });
      const untilMs = Math.min(toMs, fromMs + script.portionMs);
      return { counts: count(fromMs, untilMs), untilMs, sampled: script.sampled };
    },
    posts: async ({ fromMs }) => ({ posts: [], fromMs }),
    missing: async () => new Set(),
  };
  return { source, script };
}
