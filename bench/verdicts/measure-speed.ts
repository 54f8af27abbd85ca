import type { Post } from '../../functions/model/post.ts';
import { markText } from '../../functions/signals/text-mark.ts';
import { judgeBurst } from './judge-burst.ts';

const SIZES = [1000, 10_000, 70_000];
const TEXTS = 40_000;

/** Times the judging of one hot hashtag, and the door for texts. */
export function measureSpeed(): string {
  const texts = Array.from({ length: TEXTS }, (_, at) => textOf(at));
  const marking = secondsOf(() => {
    for (const text of texts) markText(text, 1);
  });
  const judging = SIZES.map((size) => {
    const posts = hotHashtag(size);
    return `${size.toLocaleString('en-US')} posts in ${secondsOf(() => judgeBurst(posts, null)).toFixed(2)} s`;
  });
  return `Speed: one burst of ${judging.join(', ')}; ${Math.round(TEXTS / marking).toLocaleString('en-US')} texts marked a second.`;
}

function secondsOf(work: () => void): number {
  const start = performance.now();
  work();
  return (performance.now() - start) / 1000;
}

/** One hour, four accounts in ten posts, each text its own. Arithmetic in place of chance. */
function hotHashtag(size: number): readonly Post[] {
  return Array.from({ length: size }, (_, at) => ({
    id: `p${at}`,
    account: `a${scatter(at) % Math.ceil(size * 0.4)}`,
    createdMs: Math.floor((at * 3_600_000) / size),
    accountCreatedMs: -(scatter(at + size) % 3000) * 86_400_000,
    repost: at % 3 === 0,
    text: markText(textOf(at), 1),
    language: null,
    followersBucket: null,
    deletedMs: null,
  }));
}

function textOf(at: number): string {
  const words = Array.from({ length: 20 }, (_, word) => `w${scatter(at * 20 + word) % 5000}`);
  return `${words.join(' ')} #hot https://example.org/${at}`;
}

function scatter(value: number): number {
  return Math.imul(value + 1, 0x9e3779b1) >>> 8;
}
