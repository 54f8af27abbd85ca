import type { Post } from '../../functions/model/post.ts';
import type { EarlierBurst } from '../../functions/signals/return-history.ts';
import type { Tagged } from '../../functions/signals/subjects.ts';
import {
  asEarlier,
  type BenchBurst,
  earlierThan,
  hashtagDays,
  setsNamed,
  trollFarmDays,
  turkishAttacks,
} from './bursts.ts';
import { type Cut, judgeTogether } from './judge-together.ts';
import { readSet } from './read-corpus.ts';

/** A burst with what was known before it. */
type FamilyBurst = {
  readonly posts: readonly Post[];
  readonly about: Tagged;
  /** Null where no other hashtag was seen before. */
  readonly earlier: readonly EarlierBurst[] | null;
};

/** Bursts of one kind: kinds are reported apart, for one of them never speaks for another. */
export type Family = {
  readonly name: 'Turkish attacks' | 'troll-farm days' | 'organic' | 'news' | 'sport';
  readonly coordinated: boolean;
  readonly bursts: readonly FamilyBurst[];
};

const HOUR_MS = 3_600_000;
const ORDINARY_CUTS: readonly Cut[] = [{ spanMs: HOUR_MS }, { posts: 1000 }];

let loaded: Promise<readonly Family[]> | undefined;

/** The open families, read once. */
export function families(): Promise<readonly Family[]> {
  loaded ??= load();
  return loaded;
}

async function load(): Promise<readonly Family[]> {
  return [
    attacks('Turkish attacks', await turkishAttacks('tr-attacks-2022a')),
    attacks('troll-farm days', await trollFarmDays('ira-a'), await hashtagDays('ira-a')),
    await ordinary('organic', 'organic-'),
    await ordinary('news', 'news-'),
    await ordinary('sport', 'sport-'),
  ];
}

/** @param known bursts of the same set that a monitor had remembered */
function attacks(
  name: Family['name'],
  bursts: readonly BenchBurst[],
  known: readonly BenchBurst[] = bursts,
): Family {
  const all = known.map(asEarlier);
  return {
    name,
    coordinated: true,
    bursts: bursts.map((burst) => ({
      posts: burst.posts,
      about: burst,
      earlier: earlierThan(burst, all),
    })),
  };
}

/** Each set alone, every hashtag of it, in windows of an hour and of 1,000 posts. */
async function ordinary(name: Family['name'], kind: string): Promise<Family> {
  const bursts: FamilyBurst[] = [];
  for (const set of setsNamed(kind)) {
    for (const cut of ORDINARY_CUTS) {
      const file = judgeTogether(await readSet(set), cut);
      bursts.push(
        ...file.bursts.map((one) => ({
          posts: one.posts,
          about: one,
          earlier: file.earlierOf(one),
        })),
      );
    }
  }
  return { name, coordinated: false, bursts };
}
