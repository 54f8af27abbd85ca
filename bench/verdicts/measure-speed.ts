import type { SourcePost } from '../../functions/model/post.ts';
import { markText } from '../../functions/signals/text-mark.ts';
import { checkUsage } from './check-usage.ts';
import { hotHashtag, judgeHot } from './hot-hashtag.ts';
import { markdownTable } from './markdown-table.ts';
import { millionPosts } from './million-posts.ts';
import { tablesByHashtag } from './million-tables.ts';

const SIZES = [10_000, 100_000, 1_000_000];
const HOT_POSTS = 70_000;
const HOT_SEEDS = ['one', 'two', 'three'];
const TEXTS = 40_000;

export type SpeedOptions = {
  /** Larger inputs are left out. @default 1,000,000 posts */
  readonly most?: number;
};

/** Times a check from file to verdicts, the signals alone and the door for texts; counts whom groups name. */
export async function measureSpeed({ most = 1_000_000 }: SpeedOptions = {}): Promise<string> {
  const rows: string[][] = [];
  for (const posts of SIZES.filter((size) => size <= most)) rows.push(await speedOf(posts));
  return [
    'A day of posts, a fifth by campaigns of 100 accounts (four bursts of 60 s, five texts, half of them with a word changed), the rest under Zipf hashtags. `turfwatch check` from file to verdicts in a process of its own, and all signals alone, every hashtag as a burst. By the hour: `--window 1h`, each looking back at those before. CPU s are user and system; aim for 1,000,000 posts: 20 CPU s and 1 GB, linear.',
    '',
    markdownTable(
      [
        'posts',
        'check: CPU s',
        'µs a post',
        'peak MB',
        'packed: CPU s',
        'peak MB',
        'by the hour: CPU s',
        'peak MB',
        'signals alone: CPU s',
      ],
      rows,
    ),
    '',
    `${whole(TEXTS / cpuSecondsOf(markTexts))} texts marked a second.`,
    '',
    `One hashtag of ${whole(HOT_POSTS)} such posts, all campaigns within it. Aim: at most .001 of organic accounts in a group, at least .99 of coordinated ones.`,
    '',
    markdownTable(
      ['seed', 'groups', 'organic named', 'of', 'share', 'coordinated named', 'of', 'share'],
      HOT_SEEDS.map(hotRow),
    ),
  ].join('\n');
}

async function speedOf(posts: number): Promise<string[]> {
  const made = millionPosts({ posts, oneHashtag: false });
  const plain = await checkUsage(made, 'posts.jsonl');
  const packed = await checkUsage(made, 'posts.jsonl.gz');
  const hourly = await checkUsage(made, 'posts.jsonl', ['--window', '1h']);
  return [
    whole(posts),
    plain.cpuSeconds.toFixed(1),
    ((plain.cpuSeconds * 1e6) / posts).toFixed(1),
    whole(plain.peakMb),
    packed.cpuSeconds.toFixed(1),
    whole(packed.peakMb),
    hourly.cpuSeconds.toFixed(1),
    whole(hourly.peakMb),
    signalsAlone(made).toFixed(1),
  ];
}

function signalsAlone(posts: readonly SourcePost[]): number {
  const tables = tablesByHashtag(posts);
  return cpuSecondsOf(() => {
    for (const table of tables) judgeHot(table);
  });
}

function hotRow(seed: string): (string | number)[] {
  const hot = hotHashtag(HOT_POSTS, seed);
  return [
    seed,
    whole(hot.groups),
    whole(hot.organicNamed),
    whole(hot.organic),
    (hot.organicNamed / hot.organic).toFixed(4),
    whole(hot.coordinatedNamed),
    whole(hot.coordinated),
    (hot.coordinatedNamed / hot.coordinated).toFixed(4),
  ];
}

function cpuSecondsOf(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}

function markTexts(): void {
  for (let at = 0; at < TEXTS; at++) markText(textOf(at), 1);
}

function textOf(at: number): string {
  const words = Array.from({ length: 20 }, (_, word) => `w${scatter(at * 20 + word) % 5000}`);
  return `${words.join(' ')} #hot https://example.org/${at}`;
}

function scatter(value: number): number {
  return Math.imul(value + 1, 0x9e3779b1) >>> 8;
}

function whole(value: number): string {
  return Math.round(value).toLocaleString('en-US');
}
