import { SettingsError } from '../model/errors.ts';
import type { CoordinatedShareSettings } from '../signals/coordinated-share.ts';
import type { SignalSettings } from '../signals/measure-posts.ts';
import type { NameLists } from '../signals/name-class.ts';
import type { Thresholds } from '../verdict/thresholds.ts';

/** One version of how bursts are judged, named by its thresholds. */
export type Version = {
  readonly signals: SignalSettings;
  readonly thresholds: Thresholds;
  readonly share: CoordinatedShareSettings;
  readonly names: NameLists;
};

/**
 * A candidate as it may judge beside the live version.
 *
 * @returns null for one that is the live version: it was promoted and has nothing left to show
 * @throws {SettingsError} for a limit that is not above 0; for other numbers under the live version's name: nobody could tell them apart
 */
export function besideLive(live: Version, candidate: Version): Version | null {
  requireLimits(candidate.thresholds);
  if (candidate.thresholds.version !== live.thresholds.version) return candidate;
  if (numbersOf(candidate) === numbersOf(live)) return null;
  throw new SettingsError(
    `shadow requires a version of its own: its numbers differ from those of ${live.thresholds.version}`,
  );
}

/** Strength is measured in multiples of the limits. */
function requireLimits({ version, bySignal }: Thresholds): void {
  for (const [signal, { score, effect, accounts, orFewer }] of Object.entries(bySignal)) {
    const limits = [score, effect, accounts, orFewer?.effect ?? 1, orFewer?.accounts ?? 1];
    if (limits.every((limit) => limit > 0)) continue;
    throw new SettingsError(`${version} requires limits above 0: one of ${signal} is not`);
  }
}

function numbersOf({ signals, thresholds, share }: Version): string {
  return JSON.stringify([signals, thresholds, share]);
}
