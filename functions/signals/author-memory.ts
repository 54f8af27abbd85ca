import type { AuthorMemory } from '../model/usual-authors.ts';
import { type AuthorProfile, authorProfiles } from './author-profiles.ts';
import { type AuthorTally, authorTally, tallyAuthor } from './author-tally.ts';
import { hashWord } from './hash-word.ts';
import type { PostTable } from './post-table.ts';

export type AuthorMemorySettings = {
  /** Accounts that one day or one burst can teach, so that no crowd takes the memory over. */
  readonly mostAtOnce: number;
  /** After so many new accounts everything is halved and accounts may count anew. */
  readonly generation: number;
  /** Bytes that tell seen accounts from unseen; at 5 bits an account one in ten is skipped wrongly. */
  readonly seenBytes: number;
  /** Languages and places kept apart. */
  readonly languages: number;
  readonly places: number;
};

/** Seeds of the two bits that an account sets. */
const SEEDS = [0x2545f491, 0x6c62272e] as const;
const SAMPLE_SEED = 0x51ed270b;

export function freshMemory({ seenBytes }: Pick<AuthorMemorySettings, 'seenBytes'>): AuthorMemory {
  return { ...authorTally(), seen: new Uint8Array(seenBytes), seenAccounts: 0, version: 0 };
}

/**
 * Counts the authors of ordinary posts, each account once a generation. Of more accounts than can
 * teach at once a sample does, the same for the same accounts.
 *
 * @returns the same memory if there is nobody new
 */
export function learnAuthors(
  memory: AuthorMemory,
  table: PostTable,
  settings: AuthorMemorySettings,
): AuthorMemory {
  const fresh = { ...memory, ...authorTally(memory), seen: Uint8Array.from(memory.seen) };
  let state: Mutable = fresh;
  for (const profile of sampleOf(authorProfiles(table), settings.mostAtOnce)) {
    if (!marks(state.seen, profile.account)) continue;
    tallyAuthor(state, profile);
    state.seenAccounts += 1;
    if (state.seenAccounts >= settings.generation) state = halved(state);
  }
  const isSame = state === fresh && fresh.seenAccounts === memory.seenAccounts;
  return isSame ? memory : pruned(state, settings);
}

type Mutable = AuthorTally & { seen: Uint8Array; seenAccounts: number; readonly version: number };

function sampleOf(profiles: readonly AuthorProfile[], most: number): readonly AuthorProfile[] {
  if (profiles.length <= most) return profiles;
  const order = (profile: AuthorProfile) => hashWord(profile.account, SAMPLE_SEED);
  return [...profiles].sort((one, other) => order(one) - order(other)).slice(0, most);
}

/** Notes an account as seen. @returns whether it was unseen */
function marks(seen: Uint8Array, account: string): boolean {
  let isNew = false;
  for (const seed of SEEDS) {
    const bit = hashWord(account, seed) % (8 * seen.length);
    const [byte, mask] = [bit >> 3, 1 << (bit & 7)];
    const before = seen[byte] ?? 0;
    isNew ||= (before & mask) === 0;
    seen[byte] = before | mask;
  }
  return isNew;
}

/** Half of every count; of odd ones every other is rounded up, so that rare ones do not all vanish. */
function halved(state: Mutable): Mutable {
  let up = false;
  const half = (count: number) => {
    if (count % 2 === 0) return count / 2;
    up = !up;
    return up ? (count + 1) / 2 : (count - 1) / 2;
  };
  const halves = <Key>(counts: ReadonlyMap<Key, number>) =>
    new Map(
      [...counts].map(([key, count]) => [key, half(count)] as const).filter(([, n]) => n > 0),
    );
  const { plain, stock, newsroom } = state.names;
  return {
    accounts: half(state.accounts),
    ages: state.ages.map(half),
    createdDays: halves(state.createdDays),
    languages: halves(state.languages),
    places: halves(state.places),
    names: { plain: half(plain), stock: half(stock), newsroom: half(newsroom) },
    seen: new Uint8Array(state.seen.length),
    seenAccounts: 0,
    version: state.version,
  };
}

function pruned(state: Mutable, settings: AuthorMemorySettings): AuthorMemory {
  return {
    ...state,
    // In the order in which they are kept: what was stored goes on as if it had not been.
    createdDays: new Map([...state.createdDays].sort(([one], [other]) => one - other)),
    languages: mostCommon(state.languages, settings.languages, ''),
    places: mostCommon(state.places, settings.places, 0),
  };
}

/** The most common keys, and all the rest under `other`. */
function mostCommon<Key>(counts: ReadonlyMap<Key, number>, most: number, other: Key) {
  const ranked = [...counts].filter(([key]) => key !== other).sort(([, a], [, b]) => b - a);
  const rest = ranked.slice(most).reduce((sum, [, count]) => sum + count, counts.get(other) ?? 0);
  const kept = ranked.slice(0, most);
  return new Map(rest > 0 ? [...kept, [other, rest] as const] : kept);
}
