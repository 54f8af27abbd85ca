import { VERDICT_LEVELS, type VerdictLevel } from '../functions/model/verdict.ts';
import type { Watch } from '../functions/model/watch.ts';
import type { Runtime } from './runtime.ts';

/** What a replay came to; the last line of standard output with --exit-when-done. */
export type Summary = {
  readonly posts: number;
  readonly polls: number;
  readonly bursts: Readonly<Record<VerdictLevel, number>>;
  readonly alerts: { readonly email: number; readonly slack: number };
  readonly elapsedMs: number;
};

const ALL = 100_000;

export async function summarise(
  runtime: Runtime,
  watches: readonly Watch[],
  counted: Pick<Summary, 'posts' | 'polls' | 'elapsedMs'>,
): Promise<Summary> {
  const bursts = Object.fromEntries(VERDICT_LEVELS.map((level) => [level, 0])) as Record<
    VerdictLevel,
    number
  >;
  for (const { watchId } of watches) {
    for (const burst of await runtime.bursts.ofWatch(watchId, ALL)) {
      bursts[burst.verdict?.level ?? 'undecided'] += 1;
    }
  }
  const [emails, slackPosts] = await Promise.all([
    runtime.outbox.emails(),
    runtime.outbox.slackPosts(),
  ]);
  return {
    posts: counted.posts,
    polls: counted.polls,
    bursts,
    alerts: { email: emails.length, slack: slackPosts.length },
    elapsedMs: counted.elapsedMs,
  };
}
