import { severityOf, VERDICT_LEVELS, type Verdict } from '../../functions/model/verdict.ts';
import type { EarlierBurst } from '../../functions/signals/return-history.ts';
import type { Detection } from '../../functions/steps/judge.ts';
import { asEarlier, type BenchBurst, earlierThan, ordinaryWindows, setsNamed } from './bursts.ts';
import { judgeBurst, prefixSizes } from './judge-burst.ts';
import { markdownTable } from './markdown-table.ts';
import type { PartOptions } from './part.ts';

/** Sets that hold declared scripts and automation clients. */
const CONTESTED = ['openscript-iwd2018', 'mixed-cbo2017'];

/** Every window of every ordinary set, judged again and again as it grows: the gravest verdict counts. */
export async function benchGrowth({ detection }: PartOptions): Promise<string> {
  const rows: string[][] = [];
  for (const set of setsNamed('organic-', 'news-', 'sport-').concat(CONTESTED)) {
    const windows = await ordinaryWindows(set);
    const history = windows.filter((one) => one.cut === '24 h').map(asEarlier);
    const gravest = windows.map((one) => gravestOf(one, earlierThan(one, history), detection));
    const counts = VERDICT_LEVELS.map((level) => gravest.filter((one) => one === level).length);
    rows.push([set, ...[windows.length, ...counts.reverse()].map(String)]);
  }
  return [
    '### Ordinary sets as they grow',
    '',
    'Judged at every size (50, 70, 100 … posts), windows of 1, 6 and 24 hours, of 1,000 posts and whole, the set and each of its hashtags; earlier days of it and of its other hashtags known. The gravest verdict a window ever got. The last two sets hold declared scripts and automation clients: they are reported, not counted.',
    '',
    markdownTable(['set', 'windows', 'coordinated', 'suspicious', 'organic', 'undecided'], rows),
    '',
  ].join('\n');
}

function gravestOf(
  burst: BenchBurst,
  earlier: readonly EarlierBurst[],
  detection: Detection,
): Verdict['level'] {
  return prefixSizes(burst.posts.length)
    .map((size) => judgeBurst(burst.posts.slice(0, size), earlier, [], detection, burst).level)
    .reduce((worst, level) => (severityOf(level) > severityOf(worst) ? level : worst));
}
