import type { Draft } from './draft.ts';
import { pick } from './draw/pick.ts';
import type { EvasionSetting } from './evasion-setting.ts';

/** That share of the core's posts stands for good. */
export function keepPosts(
  drafts: readonly Draft[],
  share: number,
  { stage }: EvasionSetting,
): readonly Draft[] {
  const chance = stage.chance.fork('kept');
  return drafts.map((draft) =>
    draft.role === 'core' && chance.uniform() < share ? { ...draft, deletedMs: null } : draft,
  );
}

/** That share of the core's posts reposts an earlier one of the core instead. */
export function repostInstead(
  drafts: readonly Draft[],
  share: number,
  { stage }: EvasionSetting,
): readonly Draft[] {
  const chance = stage.chance.fork('reposts');
  const written: Draft[] = [];
  return drafts
    .toSorted((one, other) => one.atMs - other.atMs)
    .map((draft) => {
      if (draft.role !== 'core') return draft;
      if (written.length === 0 || chance.uniform() >= share) {
        written.push(draft);
        return draft;
      }
      return { ...draft, repost: true, text: pick(chance, written).text };
    });
}
