import type { SignalName } from '../../functions/model/evidence.ts';
import type { EarlierBurst } from '../../functions/signals/return-history.ts';
import type { Tagged } from '../../functions/signals/subjects.ts';
import type { Detection, Judgement } from '../../functions/steps/judge.ts';
import { chanceFrom } from '../simulator/chance.ts';
import { pick } from '../simulator/draw/pick.ts';
import { judgeWithGroups } from './judge-burst.ts';
import { type Mixture, mix, shifted } from './mix.ts';
import type { Known, MixtureCell } from './mixture-cells.ts';

export type MixtureRun = Mixture & {
  readonly about: Tagged;
  readonly earlier: readonly EarlierBurst[];
};

/** Equal seeds lay the same campaign into the same host, at every share. */
export function makeMixture(cell: MixtureCell, share: number, seed: number): MixtureRun {
  const chance = chanceFrom(`${cell.name}/${seed}`);
  const host = pick(chance, pick(chance, cell.hosts));
  const campaign = pick(chance, cell.campaigns);
  const byMs = gridOf(host, cell.gridMs) - gridOf(campaign, cell.gridMs);
  const mixture = mix(
    cell.prepareHost(host.posts, chance.fork('prepare')),
    cell.prepareCampaign(shifted(campaign.posts, byMs)),
    share,
    chance.fork('mix'),
  );
  const past = campaign.earlier.map((burst) => ({
    ...burst,
    startMs: burst.startMs + byMs,
    endMs: burst.endMs + byMs,
  }));
  return { ...mixture, about: host.about, earlier: [...past, ...host.earlier] };
}

export function judgeMixture(
  run: MixtureRun,
  without: readonly SignalName[],
  detection: Detection,
): Judgement {
  return judgeWithGroups(run.posts, run.earlier, without, detection, run.about);
}

function gridOf({ posts }: Known, gridMs: number): number {
  return Math.floor((posts[0]?.createdMs ?? 0) / gridMs) * gridMs;
}
