import { accountCreatedMs } from './blocks/account-age.ts';
import { newAccount } from './blocks/crowd.ts';
import { chanceFrom } from './chance.ts';
import type { Account } from './draft.ts';
import type { Script } from './lexicon.ts';
import type { Parameters } from './parameter.ts';
import type { Scenario, ScenarioInput } from './scenario.ts';
import { C1 } from './scenarios/c1.ts';
import { C2 } from './scenarios/c2.ts';
import { O1 } from './scenarios/o1.ts';
import { O3 } from './scenarios/o3.ts';
import { O6 } from './scenarios/o6.ts';
import { O8 } from './scenarios/o8.ts';
import { type Simulated, simulate } from './simulate.ts';
import type { SimulatedPost } from './simulated-post.ts';
import type { Truth } from './truth.ts';
import { writePosts } from './write-simulation.ts';

/** An event that its own people made known beforehand. */
type Announcement = {
  readonly hashtag: string;
  readonly startMs: number;
  readonly words: string;
};

export type DemoWeek = {
  /** In order of time. */
  readonly posts: readonly SimulatedPost[];
  /** One for each event and each quiet background; no signal may read it. */
  readonly truth: readonly Truth[];
  readonly hashtags: readonly string[];
  readonly announcements: readonly Announcement[];
  /** Monday 2026-03-02, 00:00 UTC, to the next Monday. */
  readonly startMs: number;
  readonly endMs: number;
};

const START_MS = Date.UTC(2026, 2, 2);
const END_MS = Date.UTC(2026, 2, 9);
const BUCKETS = 7 * 288;

/** Invented words without a meaning: no party, person, place or campaign. */
const TAGS = {
  goal: 'orvellaquist',
  party: 'zuvanidoday',
  news: 'brontavelik',
  attacked: 'tervalimode',
  pushed: 'जोलिवारेन',
  pushedFirst: 'तुमेरिलाव',
  pushedSecond: 'सोनेवारिक',
} as const;

const QUIET: readonly {
  readonly hashtag: string;
  readonly mean: number;
  readonly script: Script;
}[] = [
  { hashtag: 'quillamerro', mean: 3, script: 'latin' },
  { hashtag: 'ترلومیزان', mean: 1.2, script: 'urdu' },
  { hashtag: 'मिरावेलोट', mean: 0.8, script: 'devanagari' },
  { hashtag: 'zenthoribel', mean: 0.5, script: 'latin' },
];

/** Posts in five minutes on the hashtags of events, while nothing happens there. */
const BACKGROUND_MEAN = 0.3;

function utc(day: number, hour: number, minute: number, second = 0): number {
  return Date.UTC(2026, 2, day, hour, minute, second);
}

/**
 * One simulated week: ordinary hashtags, a goal celebration, a fan party that was announced,
 * breaking news, and two pushed trends by different playbooks. The second push has two smaller
 * ones before it, under other hashtags, by the same people.
 */
export function demoWeek(seed = 1): DemoWeek {
  const stage = { seed, neighbours: neighboursOf(seed) };
  const runs = [...quiet(stage), ...events(stage), ...pushes(stage)];
  return {
    posts: runs
      .flatMap(({ posts }) => posts)
      .filter(({ createdAt }) => Date.parse(createdAt) < END_MS)
      .toSorted((one, other) => (one.createdAt < other.createdAt ? -1 : 1)),
    truth: runs.map(({ truth }) => truth),
    hashtags: [...new Set(runs.map(({ truth }) => truth.hashtag))],
    announcements: [
      {
        hashtag: TAGS.party,
        startMs: utc(6, 18, 50),
        words: 'a fan board asked everybody to celebrate under this hashtag all day',
      },
    ],
    startMs: START_MS,
    endMs: END_MS,
  };
}

/** Writes the week's posts, without their truth, as gzip JSON lines. */
export async function writeDemoWeek(file: string): Promise<void> {
  await writePosts(file, demoWeek().posts);
}

type Setting = { readonly seed: number; readonly neighbours: readonly Account[] };

/** People of the network who turn up under any hashtag. */
function neighboursOf(seed: number): readonly Account[] {
  const chance = chanceFrom(seed).fork('neighbours');
  return Array.from({ length: 400 }, () =>
    newAccount(chance, accountCreatedMs(chance, START_MS, 'active')),
  );
}

function quiet(setting: Setting): readonly Simulated[] {
  const backgrounds = Object.entries(TAGS).map(([name, hashtag]) => ({
    hashtag,
    mean: BACKGROUND_MEAN,
    script: name.startsWith('pushed') ? ('devanagari' as const) : ('latin' as const),
  }));
  return [...QUIET, ...backgrounds].map(({ hashtag, mean, script }) =>
    simulate(O1, { ...setting, hashtag, script, startMs: START_MS, posts: mean * BUCKETS }),
  );
}

/** Each at its own hour, local time five hours ahead of UTC. */
function events(setting: Setting): readonly Simulated[] {
  const play = <P extends Parameters>(
    scenario: Scenario<P>,
    event: Omit<ScenarioInput, 'seed'>,
    given = {},
  ) => simulate(scenario, { ...setting, ...event }, given);
  return [
    // The first attack begins so late in its minute that most of it still stands at 09:00.
    play(
      C1,
      { hashtag: TAGS.attacked, startMs: utc(3, 8, 59, 12), posts: 2600, dose: 0.8 },
      { attackAccounts: 330 },
    ),
    play(O3, { hashtag: TAGS.goal, startMs: utc(4, 14, 0), posts: 1800 }),
    play(O6, { hashtag: TAGS.news, startMs: utc(6, 6, 20), posts: 2200 }),
    play(O8, { hashtag: TAGS.party, startMs: utc(6, 18, 50), posts: 2600 }),
  ];
}

function pushes(setting: Setting): readonly Simulated[] {
  const play = (hashtag: string, startMs: number, posts: number, returning: readonly Account[]) =>
    simulate(
      C2,
      { ...setting, hashtag, startMs, posts, returning, script: 'devanagari' },
      { uptake: 10, bank: 30 },
    );
  const first = play(TAGS.pushedFirst, utc(3, 4, 0), 1200, []);
  const second = play(TAGS.pushedSecond, utc(4, 4, 0), 1200, first.core);
  const both = [...new Set([...first.core, ...second.core])];
  return [first, second, play(TAGS.pushed, utc(5, 5, 0), 3300, both)];
}
