import { deployed } from './deployed.ts';
import type { Detector } from './detector.ts';
import { burstStart } from './rivals/burst-start.ts';
import { cusum } from './rivals/cusum.ts';
import { ewmaMad } from './rivals/ewma-mad.ts';
import { random, silent } from './rivals/luck.ts';
import type { Rival } from './rivals/scorer.ts';
import { seasonalBand } from './rivals/seasonal-band.ts';
import { windowedGaussian } from './rivals/windowed-gaussian.ts';
import { zScore } from './rivals/z-score.ts';

/** Those with severities of their own, fixed beforehand. */
export const OURS: readonly Detector[] = [deployed(), burstStart()];

/** Those whose threshold is chosen for them, to their advantage. */
export const RIVALS: readonly Rival[] = [
  cusum,
  seasonalBand,
  ewmaMad,
  zScore,
  windowedGaussian,
  random,
  silent,
];

export const CONTENDERS: readonly Detector[] = [...OURS, ...RIVALS];
