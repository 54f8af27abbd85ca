type Firsts = {
  readonly startMs: number;
  readonly firstSuspiciousMs: number | null;
  readonly firstCoordinatedMs: number | null;
};

/**
 * How soon a burst was told from an ordinary one.
 *
 * @returns null where it never was
 * @example 'first suspicious 4 min after the burst began, coordinated after 6 min'
 */
export function reachedWords(firsts: Firsts): string | null {
  const { startMs, firstSuspiciousMs, firstCoordinatedMs } = firsts;
  if (firstSuspiciousMs === null) return null;
  const soon = `${minutes(firstSuspiciousMs - startMs)} after the burst began`;
  if (firstCoordinatedMs === null) return `first suspicious ${soon}`;
  if (firstCoordinatedMs === firstSuspiciousMs) return `first suspicious and coordinated ${soon}`;
  return `first suspicious ${soon}, coordinated after ${minutes(firstCoordinatedMs - startMs)}`;
}

function minutes(ms: number): string {
  const whole = Math.round(ms / 60_000);
  return whole < 120 ? `${whole} min` : `${(ms / 3_600_000).toFixed(1)} h`;
}
