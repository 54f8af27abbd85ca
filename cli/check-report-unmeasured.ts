import { SIGNAL_WORDS } from '../dashboard/signal-words.ts';
import { isMeasured } from '../functions/model/evidence.ts';
import type { Verdict } from '../functions/model/verdict.ts';

/** A signal that could not look, and why. */
export type Blind = { readonly name: string; readonly reason: string };

export function blindSignals({ evidence }: Verdict): readonly Blind[] {
  return evidence.flatMap((one) =>
    isMeasured(one)
      ? []
      : [{ name: SIGNAL_WORDS[one.signal].name.toLowerCase(), reason: one.reason }],
  );
}

/** Several signals that could not look for one and the same reason are told together. */
export function blindWords(blind: readonly Blind[]): string {
  return [...Map.groupBy(blind, ({ reason }) => reason)]
    .map(([reason, some]) => `${some.map(({ name }) => name).join(', ')} (${reason})`)
    .join('; ');
}

/** What no verdict could measure, for one and the same reason: it need be said only once. */
export function nowhereMeasured(verdicts: readonly Verdict[]): readonly Blind[] {
  const [first = [], ...others] = verdicts.map(blindSignals);
  return first.filter((blind) => others.every((some) => isAmong(some, blind)));
}

export function isAmong(some: readonly Blind[], { name, reason }: Blind): boolean {
  return some.some((one) => one.name === name && one.reason === reason);
}
