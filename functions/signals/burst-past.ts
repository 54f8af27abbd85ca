import type { DetectorState } from '../model/baseline.ts';
import { FRESH_DETECTOR } from './burst-state.ts';

/**
 * Ends the part of a series that only teaches. What burst in it is over: one that still runs is
 * raised anew by the next bucket that stands out.
 */
export function closePast(state: DetectorState): DetectorState {
  const { notice, alert } = FRESH_DETECTOR;
  return { ...state, notice, alert };
}
