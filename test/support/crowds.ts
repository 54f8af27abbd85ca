import type { PostLine } from '../../functions/adapters/replay/post-line.ts';
import { mix } from '../../functions/signals/hash-word.ts';
import { aPostLine } from './post-lines.ts';

export type CrowdOptions = {
  readonly hashtag: string;
  readonly startMs: number;
  /** The same name means the same accounts. */
  readonly crowd?: string;
  readonly accounts?: number;
  readonly source?: string;
};

const MINUTE_MS = 60_000;

const WORDS =
  'apple barrel cellar dusty early field grain honey inside jolly kettle ladle meadow nettle orchard plum quiet river scythe thresh under valley wheat yield'.split(
    ' ',
  );

/** Numbers from 0 up to below `below` that look like chance and are the same each time. */
const pick = (n: number, below: number) => mix(n + 1) % below;

const ISO = (ms: number) => new Date(ms).toISOString();

/** People who each write one text of their own over some hours, by accounts made years apart. */
export function anOrdinaryCrowd(options: CrowdOptions): PostLine[] {
  const { hashtag, startMs, crowd = hashtag, accounts = 80, source = 'x' } = options;
  return Array.from({ length: accounts }, (_, n) =>
    aPostLine({
      id: `${hashtag}-${n}`,
      source,
      hashtags: [hashtag],
      createdAt: ISO(startMs + n * 3 * MINUTE_MS + pick(n, 170_000)),
      author: `${crowd}-${n}`,
      authorCreatedAt: ISO(Date.UTC(2009, 0, 1) + n * 41 * 86_400_000 + pick(n, 30) * 86_400_000),
      text: `${Array.from({ length: 8 }, (_, w) => WORDS[pick(n * 31 + w * 7, WORDS.length)]).join(' ')} ${n} #${hashtag}`,
    }),
  );
}

/** Twenty accounts that post the same few texts six times each within two hours. */
export function aPush(options: CrowdOptions): PostLine[] {
  const { hashtag, startMs, crowd = hashtag, accounts = 20, source = 'x' } = options;
  return Array.from({ length: accounts * 6 }, (_, n) =>
    aPostLine({
      id: `${hashtag}-${n}`,
      source,
      hashtags: [hashtag],
      createdAt: ISO(startMs + n * MINUTE_MS + pick(n, 50_000)),
      author: `${crowd}-${n % accounts}`,
      authorCreatedAt: ISO(Date.UTC(2012, 0, 1) + (n % accounts) * 97 * 86_400_000),
      text: `the old bridge must stay open for every market day number ${n % 3} #${hashtag}`,
    }),
  );
}
