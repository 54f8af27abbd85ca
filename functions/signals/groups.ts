import { type Evidence, measured, unmeasured } from '../model/evidence.ts';
import type { FoundGroups } from './coordinated-groups.ts';
import type { PostTable } from './post-table.ts';

/**
 * Do the same accounts keep meeting within the burst?
 *
 * @returns `effect` is the share of accounts that belong to a group, 0 to 1
 */
export function measureGroups(table: PostTable, found: FoundGroups): Evidence {
  if (table.size === 0) return unmeasured('groups', 'there was no post to look at');
  const members = new Set(found.groups.flatMap((group) => group.accounts)).size;
  const score = members > 0 ? found.surprise : 0;
  return measured('groups', score, members / Math.max(1, table.accounts.length), members, {
    groups: found.groups.length,
    largest: found.groups[0]?.accounts.length ?? 0,
    meetings: found.meetings,
    accounts: table.accounts.length,
  });
}
