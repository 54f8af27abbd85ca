import type { HeldAllowance } from './allowance.ts';
import { replaceWindow } from './replace-window.ts';

/** The network refused: nobody asks until then. */
export async function closeAllowance(
  held: HeldAllowance,
  untilMs: number,
  nowMs: number,
): Promise<void> {
  held.closedUntilMs = untilMs;
  held.said = undefined;
  held.lease = { requests: 0, endsMs: untilMs };
  const known = held.view.allowance(held.name)?.window;
  const window = known ?? {
    openedMs: nowMs,
    windowMs: held.grant?.windowMs ?? untilMs - nowMs,
    limit: held.grant?.requests ?? 0,
    aligned: true,
  };
  await replaceWindow(
    held,
    {
      window: { ...window, endsMs: untilMs },
      left: 0,
      ...(known !== undefined && { seenEndsMs: known.endsMs }),
    },
    nowMs,
  );
}
