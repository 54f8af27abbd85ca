import { latelyUsed } from '../lately-used.ts';

/** Items of one burst as they were read last, by sort key. */
type Recalled<Entry> = { readonly sinceMs: number; readonly entries: Map<string, Entry> };

export type PolledEntry = { readonly part: string; readonly pollMs: number };

/** A redelivered poll older than this is dropped by its handler, so nothing older is added behind our back. */
const STILL_ADDED_MS = 15 * 60_000;

/** Bursts held at a time. */
const MOST_BURSTS = 4;

/**
 * Remembers items that are only ever added, never changed: a growing burst is read from its start
 * each minute, and a function that stays warm then asks for the newest part only.
 *
 * @param read everything from a poll on
 */
export function recalledItems<Entry extends PolledEntry>(
  read: (key: string, sinceMs: number) => Promise<readonly Entry[]>,
): (key: string, sinceMs: number) => Promise<readonly Entry[]> {
  const known = latelyUsed<string, Recalled<Entry>>(MOST_BURSTS);

  return async (key, sinceMs) => {
    const recalled = known.get(key);
    const reaches = recalled !== undefined && recalled.sinceMs <= sinceMs;
    const entries = reaches ? recalled.entries : new Map<string, Entry>();
    const newestMs = Math.max(0, ...[...entries.values()].map(({ pollMs }) => pollMs));
    const fromMs = Math.max(sinceMs, newestMs - STILL_ADDED_MS);
    for (const entry of await read(key, fromMs)) entries.set(entry.part, entry);

    known.set(key, { sinceMs: reaches ? recalled.sinceMs : sinceMs, entries });
    return [...entries.values()]
      .filter(({ pollMs }) => pollMs >= sinceMs)
      .sort((one, other) => (one.part < other.part ? -1 : 1));
  };
}
