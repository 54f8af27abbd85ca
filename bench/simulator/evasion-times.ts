import type { Draft } from './draft.ts';
import type { EvasionSetting } from './evasion-setting.ts';

const FULL_MS = 3_600_000;

/** Each account of the core waits before it starts, and stays so much late; lives keep their length. */
export function jitterStart(
  drafts: readonly Draft[],
  share: number,
  { stage }: EvasionSetting,
): readonly Draft[] {
  const chance = stage.chance.fork('jitter');
  const delays = new Map<string, number>();
  return drafts.map((draft) => {
    if (draft.role !== 'core') return draft;
    const late = delays.get(draft.account.id) ?? chance.uniform() * share * FULL_MS;
    delays.set(draft.account.id, late);
    const deletedMs = draft.deletedMs === null ? null : draft.deletedMs + late;
    return { ...draft, atMs: draft.atMs + late, deletedMs };
  });
}
