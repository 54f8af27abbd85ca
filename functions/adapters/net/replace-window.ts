import type { WindowChange } from '../../ports/ledger.ts';
import type { HeldAllowance } from './allowance.ts';

/** Where another was faster, the next draw tells what stands. */
export async function replaceWindow(
  held: HeldAllowance,
  change: WindowChange,
  nowMs: number,
): Promise<void> {
  const { view, name, lease } = held;
  const entry = await view.ledger.replaceWindow(view.credential, name, change);
  if (entry === undefined) return view.forget(name);
  view.hear(entry, nowMs);
  if (lease.endsMs === change.seenEndsMs) held.lease = { ...lease, endsMs: change.window.endsMs };
}
