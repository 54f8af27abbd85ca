import { rivalOf } from './scorer.ts';

/** Half-life of a week. */
const KEPT = 2 ** (-1 / 2016);

/** Multiple of the mean that is tested for. */
const MULTIPLE = 2;

/** Where the sum stops growing, so that it comes back down after a burst. */
const CEILING = 400;

type Sums = { polls: number; posts: number; excess: number; square: number; evidence: number };

/**
 * Cumulative sum of log-likelihood ratios of twice the mean against the mean, negative binomial, the mean and
 * dispersion of the last weeks; every hour alike.
 *
 * @source Page (1954), Biometrika 41, 100-115; for counts: Lucas (1985), Technometrics 27(2), 129-144
 */
export const cusum = rivalOf<Sums>({
  name: 'CUSUM, negative binomial',
  range: [4, 300],
  stateBytes: 5 * 8,
  fresh: () => ({ polls: 0, posts: 0, excess: 0, square: 0, evidence: 0 }),
  score(sums, posts) {
    const mean = Math.max(0.02, (sums.posts + 0.25) / (sums.polls + 0.5));
    const dispersion = Math.max(0.01, (sums.excess + 2) / (sums.square + 4));
    const size = 1 / dispersion;
    const common = Math.log((size + mean) / (size + MULTIPLE * mean));
    const ratio = posts * (Math.log(MULTIPLE) + common) + size * common;
    const young = sums.polls < 12;
    sums.evidence = young ? 0 : Math.min(CEILING, Math.max(0, sums.evidence + ratio));
    sums.polls = KEPT * sums.polls + 1;
    sums.posts = KEPT * sums.posts + posts;
    sums.excess = KEPT * sums.excess + (posts - mean) ** 2 - mean;
    sums.square = KEPT * sums.square + mean * mean;
    return sums.evidence;
  },
});
