import type { SourcePost } from '../../functions/model/post.ts';
import { type Chance, chanceFrom } from '../simulator/chance.ts';

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;
const START_MS = Date.UTC(2026, 2, 2);

const COORDINATED_SHARE = 0.2;
const CAMPAIGN_ACCOUNTS = 100;
const CAMPAIGN_BURSTS = 4;
const TEMPLATES = 5;
const VOCABULARY = 20_000;
const HASHTAGS = 2000;

export type MillionOptions = {
  readonly posts: number;
  /** Everything under one hashtag, in place of many. */
  readonly oneHashtag: boolean;
  readonly seed?: string;
};

/**
 * A day of posts, as many as asked, in order of time. A fifth is coordinated: campaigns of 100
 * accounts that post once each in four bursts of 60 s, from five templates, half of them verbatim,
 * half with one word changed. The rest are texts of 8 to 16 words from a Zipf vocabulary under Zipf
 * hashtags, by accounts of which some post much. Coordinated accounts begin with `c`.
 */
export function millionPosts({
  posts,
  oneHashtag,
  seed = 'million',
}: MillionOptions): SourcePost[] {
  const chance = chanceFrom(seed);
  const words = zipf(VOCABULARY, chance.fork('words'));
  const hashtags = zipf(HASHTAGS, chance.fork('hashtags'));
  const perCampaign = CAMPAIGN_ACCOUNTS * CAMPAIGN_BURSTS;
  const campaigns = Math.round((posts * COORDINATED_SHARE) / perCampaign);
  const ordinary = posts - campaigns * perCampaign;
  const made: Draft[] = [
    ...ordinaryPosts(ordinary, chance.fork('ordinary'), words, hashtags),
    ...Array.from({ length: campaigns }, (_, at) =>
      campaignPosts(at, chance.fork(`c${at}`), words),
    ).flat(),
  ];
  return made
    .sort((one, other) => one.createdMs - other.createdMs)
    .map(({ hashtag, ...post }, at) => toPost(post, oneHashtag ? 'hot' : hashtag, at));
}

type Draft = Pick<SourcePost, 'authorId' | 'createdMs' | 'authorCreatedMs' | 'text'> & {
  readonly hashtag: string;
};

function ordinaryPosts(count: number, chance: Chance, words: Zipf, hashtags: Zipf): Draft[] {
  const accounts = Math.ceil(count / 2);
  return Array.from({ length: count }, () => {
    // The first of them post much: the density of the rank falls as its cube root.
    const account = Math.floor(accounts * chance.uniform() ** 1.5);
    return {
      authorId: `o${account}`,
      createdMs: START_MS + dayTime(chance),
      authorCreatedMs: madeMs(account),
      text: sentence(chance, words).map(wordOf).join(' '),
      hashtag: `tag${hashtags()}`,
    };
  });
}

/** Milliseconds of a day with a crowded evening: 1 + 0.6 sin. */
function dayTime(chance: Chance): number {
  for (;;) {
    const share = chance.uniform();
    if (1.6 * chance.uniform() < 1 - 0.6 * Math.sin(2 * Math.PI * share)) {
      return Math.floor(share * DAY_MS);
    }
  }
}

function campaignPosts(campaign: number, chance: Chance, words: Zipf): Draft[] {
  const templates = Array.from({ length: TEMPLATES }, () => sentence(chance, words));
  return Array.from({ length: CAMPAIGN_BURSTS }, () => {
    const startMs = START_MS + Math.floor(chance.uniform() * (DAY_MS - MINUTE_MS));
    return Array.from({ length: CAMPAIGN_ACCOUNTS }, (_, member) => {
      const account = campaign * CAMPAIGN_ACCOUNTS + member;
      const text = [...(templates[Math.floor(chance.uniform() * TEMPLATES)] ?? [])];
      if (chance.uniform() < 0.5) text[Math.floor(chance.uniform() * text.length)] = words();
      return {
        authorId: `c${account}`,
        createdMs: startMs + Math.floor(chance.uniform() * MINUTE_MS),
        authorCreatedMs: madeMs(account + 1_000_000),
        text: text.map(wordOf).join(' '),
        hashtag: `push${campaign}`,
      };
    });
  }).flat();
}

function sentence(chance: Chance, words: Zipf): number[] {
  return Array.from({ length: 8 + Math.floor(chance.uniform() * 9) }, words);
}

/** Somewhen in the ten years before: arithmetic in place of chance, the same for each post of an account. */
function madeMs(account: number): number {
  return START_MS - ((Math.imul(account + 1, 0x9e3779b1) >>> 8) % 3650) * DAY_MS;
}

function toPost(post: Omit<Draft, 'hashtag'>, hashtag: string, at: number): SourcePost {
  return {
    ...post,
    id: String(1_900_000_000_000_000_000n + BigInt(at) * 4_194_304n),
    repost: false,
    hashtags: [hashtag],
    language: null,
    followers: null,
  };
}

type Zipf = () => number;

/** Ranks from 0; a rank's share falls as 1 / (rank + 1). */
function zipf(ranks: number, chance: Chance): Zipf {
  const below = new Float64Array(ranks);
  let sum = 0;
  for (let rank = 0; rank < ranks; rank++) {
    sum += 1 / (rank + 1);
    below[rank] = sum;
  }
  return () => {
    const wanted = chance.uniform() * sum;
    let low = 0;
    let high = ranks - 1;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((below[middle] ?? 0) < wanted) low = middle + 1;
      else high = middle;
    }
    return low;
  };
}

/** A word that can be said, of two letters for each digit to base 50. */
function wordOf(rank: number): string {
  const syllable = (digit: number) =>
    `${'bdfghklmnp'.charAt(digit % 10)}${'aeiou'.charAt(Math.floor(digit / 10))}`;
  const digits = [rank % 50, Math.floor(rank / 50) % 50, Math.floor(rank / 2500)];
  return digits.map(syllable).join('');
}
