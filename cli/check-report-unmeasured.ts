import { SIGNAL_WORDS } from '../dashboard/signal-words.ts';
import { isMeasured } from '../functions/model/evidence.ts';
import type { Verdict } from '../functions/model/verdict.ts';

/** Which signals could not look, and why, one a signal. */
export function unmeasuredWords({ evidence }: Verdict): readonly string[] {
  return evidence.flatMap((one) =>
    isMeasured(one) ? [] : [`${SIGNAL_WORDS[one.signal].name.toLowerCase()} (${one.reason})`],
  );
}

/** What no verdict could measure, for one and the same reason: it need be said only once. */
export function nowhereMeasured(verdicts: readonly Verdict[]): ReadonlySet<string> {
  const [first = [], ...others] = verdicts.map(unmeasuredWords);
  const known = others.map((words) => new Set(words));
  return new Set(first.filter((words) => known.every((one) => one.has(words))));
}
