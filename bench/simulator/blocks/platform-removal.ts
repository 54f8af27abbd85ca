import type { Chance } from '../chance.ts';
import type { Draft } from '../draft.ts';
import { pick } from '../draw/pick.ts';
import { parameter } from '../parameter.ts';

/** Share of events in which the platform removes accounts. */
const REMOVAL_SHARE = parameter(1 / 200, 'E');
/** Accounts removed at once. */
const REMOVED_ACCOUNTS = parameter(5, 'E', 1, 200);

/** Now and then the platform removes accounts: all their posts vanish in one second. */
export function platformRemoval(
  chance: Chance,
  drafts: readonly Draft[],
  values = { share: REMOVAL_SHARE.value, accounts: REMOVED_ACCOUNTS.value },
): readonly Draft[] {
  if (drafts.length === 0 || chance.uniform() >= values.share) return drafts;
  const removed = new Set(
    Array.from({ length: values.accounts }, () => pick(chance, drafts).account.id),
  );
  const lastMs = drafts.reduce((last, { atMs }) => Math.max(last, atMs), 0);
  const removedMs = lastMs + 1000 * Math.floor(3600 * chance.uniform());
  return drafts.map((draft) =>
    removed.has(draft.account.id) ? { ...draft, deletedMs: draft.deletedMs ?? removedMs } : draft,
  );
}
