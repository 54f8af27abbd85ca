import { InputError } from '../../functions/model/errors.ts';
import { DETECTION } from '../../functions/settings/detection.ts';
import type { Detection } from '../../functions/steps/judge.ts';
import { benchAims } from './bench-aims.ts';
import { benchCalibration } from './bench-calibration.ts';
import { benchDelay } from './bench-delay.ts';
import { benchFamilies } from './bench-families.ts';
import { benchGrowth } from './bench-growth.ts';
import { benchMixtures } from './bench-mixtures.ts';
import { benchRivals } from './bench-rivals.ts';
import { benchRotation } from './bench-rotation.ts';
import { benchSisters } from './bench-sisters.ts';
import { measureSpeed } from './measure-speed.ts';
import type { PartOptions } from './part.ts';
import { hasCorpus } from './read-corpus.ts';

/** In the order of results.md. */
const PARTS: Readonly<Record<string, (options: PartOptions) => Promise<string>>> = {
  aims: benchAims,
  families: benchFamilies,
  sisters: benchSisters,
  mixtures: benchMixtures,
  rivals: benchRivals,
  calibration: benchCalibration,
  rotation: benchRotation,
  delay: benchDelay,
  growth: benchGrowth,
  speed: async ({ quick }) =>
    `### Speed\n\n${await measureSpeed(quick ? { most: 100_000 } : {})}\n`,
};

export const VERDICT_PARTS = Object.keys(PARTS);

export type VerdictBenchOptions = {
  /** One of VERDICT_PARTS; every one without it. */
  readonly part?: string | undefined;
  /** More seeds. */
  readonly long?: boolean;
  /** Without the input of a million posts. */
  readonly quick?: boolean;
  readonly detection?: Detection;
  /** Told of each part and how long it took. */
  readonly progress?: (line: string) => void;
};

/**
 * Judges the open sets and writes what came of it as markdown. Takes about two minutes.
 *
 * @throws {InputError} if there is no such part
 */
export async function benchVerdicts(options: VerdictBenchOptions = {}): Promise<string> {
  const { part, long = false, quick = false, detection = DETECTION } = options;
  const { progress = () => {} } = options;
  const chosen = Object.entries(PARTS).filter(([name]) => part === undefined || name === part);
  if (chosen.length === 0) {
    throw new InputError(`--part requires one of ${VERDICT_PARTS.join(', ')}, got ${part}`);
  }
  if (!hasCorpus()) return 'The evaluation data is not here: verdicts were not measured.\n';
  const sections = ['## Verdicts', '', `Thresholds ${detection.thresholds.version}.`, ''];
  for (const [name, run] of chosen) {
    const startedMs = performance.now();
    sections.push(await run({ detection, long, quick }));
    progress(`verdicts, ${name}: ${((performance.now() - startedMs) / 1000).toFixed(0)} s`);
  }
  return sections.join('\n');
}
