import { describe, expect, it } from 'vitest';
import { NAB_PROFILES, scoreSeries } from '../../../../bench/volume/nab-score.ts';
import { readNabSeries } from '../../../../bench/volume/nab-series.ts';
import { freshGaussian, gaussianScore } from '../../../../bench/volume/rivals/windowed-gaussian.ts';
import { noteMissingVolumeData } from '../../../support/volume-data.ts';

/**
 * Score and false alarms by file as the benchmark publishes them (github.com/numenta/NAB,
 * results/windowedGaussian, standard profile, threshold 1.0): polls at the threshold, without a quiet time.
 */
const PUBLISHED: Readonly<Record<string, readonly [number, number]>> = {
  Twitter_volume_AAPL: [1.5139968362565832, 24],
  Twitter_volume_CRM: [0.7638457640937151, 0],
  Twitter_volume_FB: [0.11975027819081463, 15],
  Twitter_volume_IBM: [-0.7991094792289368, 25],
  Twitter_volume_PFE: [0.26557999349038663, 12],
};

/** From here on the probability, stored with twelve digits, is 1.0: half the last digit lies beyond. */
const THRESHOLD = 7.1304416;

noteMissingVolumeData();

const series = readNabSeries();

describe.skipIf(series.length === 0)('windowed Gaussian', () => {
  it('is given the score that is published for it, on every file', () => {
    const scores = series.map(({ name, buckets, windows }) => {
      const state = freshGaussian();
      const rows = buckets.flatMap(({ posts }, row) =>
        gaussianScore(state, posts) >= THRESHOLD ? [row] : [],
      );
      const { raw, falseAlarms } = scoreSeries(buckets.length, rows, windows, NAB_PROFILES[0]);
      return [name, [Number(raw.toFixed(6)), falseAlarms]];
    });

    const published = Object.entries(PUBLISHED).map(([name, [raw, falseAlarms]]) => [
      name,
      [Number(raw.toFixed(6)), falseAlarms],
    ]);
    expect(Object.fromEntries(scores)).toEqual(Object.fromEntries(published));
  });
});
