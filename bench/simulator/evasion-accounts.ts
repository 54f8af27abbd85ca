import { accountCreatedMs } from './blocks/account-age.ts';
import { newAccount } from './blocks/crowd.ts';
import type { Chance } from './chance.ts';
import type { Account, Draft } from './draft.ts';
import type { EvasionSetting } from './evasion-setting.ts';

/** That share of the core's accounts has the age of ordinary ones: bought, rented or taken over. */
export function ageAccounts(
  drafts: readonly Draft[],
  share: number,
  { stage, input }: EvasionSetting,
): readonly Draft[] {
  return withAccounts(drafts, stage.chance.fork('aged'), share, (account, chance) => ({
    ...account,
    createdMs: accountCreatedMs(chance, input.startMs, 'active'),
  }));
}

/** That share of the core's accounts is used in this burst only: others of the same make. */
export function rotateAccounts(
  drafts: readonly Draft[],
  share: number,
  { stage }: EvasionSetting,
): readonly Draft[] {
  return withAccounts(drafts, stage.chance.fork('rotated'), share, (account, chance) => ({
    ...account,
    id: newAccount(chance, account.createdMs).id,
  }));
}

/** An account is changed in all its posts or in none. */
function withAccounts(
  drafts: readonly Draft[],
  chance: Chance,
  share: number,
  change: (account: Account, chance: Chance) => Account,
): readonly Draft[] {
  const changed = new Map<string, Account>();
  return drafts.map((draft) => {
    if (draft.role !== 'core') return draft;
    const { account } = draft;
    const now =
      changed.get(account.id) ?? (chance.uniform() < share ? change(account, chance) : account);
    changed.set(account.id, now);
    return { ...draft, account: now };
  });
}
