import { counted, dayOf, timeOf, whole } from '../dashboard/wording.ts';
import type { Verdict } from '../functions/model/verdict.ts';
import { FAMILY_NAME } from '../functions/verdict/family-words.ts';
import type { JudgedBurst } from './check-judge.ts';
import { shownHashtag, shownName } from './check-report-hashtag.ts';
import { gravestFirst } from './check-report-order.ts';

const MOST = 20;

type Compared = JudgedBurst & { readonly shadow: Verdict };

/**
 * What a candidate version says otherwise of the same posts: how many bursts, and each in a line.
 *
 * @returns lines for a terminal, without the last line break; empty where no candidate judged
 */
export function shadowReport(bursts: readonly JudgedBurst[], all: boolean): string {
  const compared = bursts.filter(isCompared);
  const [first] = compared;
  if (first === undefined) return '';
  const differing = compared
    .filter(({ verdict, shadow }) => verdict.level !== shadow.level)
    .sort(gravestFirst);
  const shown = differing.slice(0, all ? differing.length : MOST);
  const rest = differing.length - shown.length;
  return [
    headOf(first, compared.length, differing.length),
    ...shown.map(lineOf),
    ...(rest > 0 ? [`  and ${whole(rest)} more; --all shows them, --json lists each`] : []),
  ].join('\n');
}

/** The same in an object of `--json`. */
export function shadowJson({ verdict, shadow }: JudgedBurst): Record<string, unknown> {
  if (!shadow) return {};
  const { thresholds, level, strength, standing, undecidedBecause } = shadow;
  const differs = level !== verdict.level;
  return { shadow: { thresholds, verdict: level, strength, standing, undecidedBecause, differs } };
}

function isCompared(burst: JudgedBurst): burst is Compared {
  return burst.shadow !== null && burst.shadow !== undefined;
}

function headOf({ verdict, shadow }: Compared, all: number, differing: number): string {
  const said = differing === 0 ? 'says the same' : `differs on ${whole(differing)}`;
  return `Version ${shadow.thresholds}, on trial beside ${verdict.thresholds}: ${said} of ${counted(all, 'burst')}`;
}

function lineOf({ source, hashtag, verdict, shadow }: Compared): string {
  const at = `${dayOf(verdict.startMs)} ${timeOf(verdict.startMs)} UTC`;
  const stands =
    shadow.standing.map((family) => FAMILY_NAME[family]).join(', ') || 'nothing stands';
  const why = shadow.undecidedBecause ?? stands;
  return `  ${verdict.level} → ${shadow.level}  ${shownHashtag(hashtag)} on ${shownName(source)}, ${at}: ${why}`;
}
