import type { CoordinatedGroup } from '../../functions/signals/measure-posts.ts';

/** Groups that have a colour of their own; the others share one. */
export const COLOURED_GROUPS = 3;

/**
 * The group of each account: 0 for the largest, at most COLOURED_GROUPS; -1 for an account that is
 * in none.
 */
export function groupMembers(
  accounts: readonly string[],
  groups: readonly CoordinatedGroup[],
): Int8Array {
  const groupOf = new Map<string, number>();
  groups.forEach((group, number) => {
    for (const account of group.accounts) {
      if (!groupOf.has(account)) groupOf.set(account, Math.min(number, COLOURED_GROUPS));
    }
  });
  return Int8Array.from(accounts, (account) => groupOf.get(account) ?? -1);
}
