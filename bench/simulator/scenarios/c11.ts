import type { Draft } from '../draft.ts';
import { pick } from '../draw/pick.ts';
import { shuffle } from '../draw/shuffle.ts';
import { type Parameters, parameter, type ValuesOf, valuesOf } from '../parameter.ts';
import type { Scenario, ScenarioInput } from '../scenario.ts';
import { stageOf } from '../stage.ts';
import { C3 } from './c3.ts';
import { C5 } from './c5.ts';
import { O3 } from './o3.ts';
import { O6 } from './o6.ts';
import { O7 } from './o7.ts';

/** What gives cover, and who hides under it: each counted from 1. */
const HOSTS = [O3, O6, O7] as readonly Pick<Scenario, 'draft' | 'parameters'>[];
const RIDERS = [C3, C5] as readonly Pick<Scenario, 'draft' | 'parameters'>[];

const PARAMETERS = {
  /** 1 a goal (O3), 2 breaking news (O6), 3 an election night (O7); 0 draws one. */
  host: parameter(0, 'E', 0, HOSTS.length),
  /** 1 a hashtag mill (C3), 2 hired influencers (C5); 0 draws one. */
  rider: parameter(0, 'E', 0, RIDERS.length),
  /** The order comes so long after the event has begun, at most. */
  lateMinutes: parameter(30, 'E', 0, 120),
} as const;
type Values = ValuesOf<typeof PARAMETERS>;

const USUAL_DOSE = 0.05;

/** An event begins at `startMs` and people write about it; hired accounts ride along. */
export const C11: Scenario<typeof PARAMETERS> = {
  id: 'C11',
  label: 'covert',
  title: 'rider: a small hired core inside an event that would trend without it',
  parameters: PARAMETERS,
  draft(input, values) {
    const corePosts = Math.max(1, Math.round(input.posts * (input.dose ?? USUAL_DOSE)));
    return [...hostPosts(input, values, corePosts), ...riders(input, values, corePosts)];
  },
};

function hostPosts(input: ScenarioInput, values: Values, corePosts: number): readonly Draft[] {
  const chance = stageOf(input, 'C11').chance.fork('host');
  const host = HOSTS[Math.round(values.host) - 1] ?? pick(chance, HOSTS);
  const posts = input.posts - corePosts;
  // The cascades of news scatter widely; the dose should not.
  return posts > 0 ? shuffle(chance, playedBy(host, { ...input, posts })).slice(0, posts) : [];
}

function riders(input: ScenarioInput, values: Values, posts: number): readonly Draft[] {
  const chance = stageOf(input, 'C11').chance.fork('riders');
  const rider = RIDERS[Math.round(values.rider) - 1] ?? pick(chance, RIDERS);
  const startMs = input.startMs + chance.uniform() * values.lateMinutes * 60_000;
  // The event is the cover: nobody answers them in particular.
  return playedBy(rider, { ...input, posts, startMs, dose: 1 }).filter(
    ({ role }) => role === 'core',
  );
}

function playedBy(
  { draft, parameters }: { readonly parameters: Parameters; readonly draft: Scenario['draft'] },
  input: ScenarioInput,
): readonly Draft[] {
  return draft(input, valuesOf(parameters));
}
