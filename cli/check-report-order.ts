import { severityOf } from '../functions/model/verdict.ts';
import type { JudgedBurst } from './check-judge.ts';

/** The order of a report: what claims most comes first, then what stands out most, then what came first. */
export function gravestFirst(one: JudgedBurst, other: JudgedBurst): number {
  return (
    severityOf(other.verdict.level) - severityOf(one.verdict.level) ||
    other.verdict.strength - one.verdict.strength ||
    one.startMs - other.startMs
  );
}
