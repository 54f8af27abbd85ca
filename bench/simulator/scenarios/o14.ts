import type { Draft } from '../draft.ts';
import { parameter, valuesOf } from '../parameter.ts';
import type { Scenario, ScenarioInput } from '../scenario.ts';
import { C3 } from './c3.ts';
import { O6 } from './o6.ts';

const PARAMETERS = {
  /** Posts of others for each post of the core: a mill's 2,493 writers were outnumbered twentyfold. */
  uptake: parameter(20, 'P', 6, 20),
  /** Of the others: those who condemn, the other camp. */
  condemning: parameter(0.6, 'E', 0.3, 0.9),
  /** From the mill's start until the other camp has noticed. */
  noticedMinutes: parameter(40, 'E', 10, 120),
} as const;

const MINUTE_MS = 60_000;

/** A mill pushes a hashtag at `startMs`; most that follow speak against it. */
export const O14: Scenario<typeof PARAMETERS> = {
  id: 'O14',
  label: 'mixed',
  title: 'answer to a covert tag: a mill begins, thousands condemn it under the same tag',
  parameters: PARAMETERS,
  draft(input, { uptake, condemning, noticedMinutes }) {
    const dose = input.dose ?? 1 / (1 + uptake);
    const corePosts = Math.max(1, Math.round(input.posts * dose));
    const against = Math.round((input.posts - corePosts) * condemning);
    const posts = input.posts - against;
    return [
      ...C3.draft({ ...input, posts, dose: corePosts / posts }, valuesOf(C3.parameters)),
      ...condemnation({ ...input, posts: against }, noticedMinutes),
    ];
  },
};

/** It spreads as news does. */
function condemnation(input: ScenarioInput, noticedMinutes: number): readonly Draft[] {
  const startMs = input.startMs + noticedMinutes * MINUTE_MS;
  const drafts = O6.draft({ ...input, startMs }, valuesOf(O6.parameters));
  return drafts.map((draft) => ({ ...draft, role: 'uptake' }));
}
