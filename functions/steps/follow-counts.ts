import type { FoundBurst } from '../model/found-burst.ts';
import type { Observation } from '../signals/burst.ts';

/**
 * What a learned bucket means for a burst: opens one, raises it, closes it, or nothing.
 *
 * @param open the newest burst before this bucket, null if there is none
 * @returns `open` itself where nothing changed; one that ended stays until another begins
 */
export function followCounts<Open extends FoundBurst>(
  open: Open | null,
  bucket: { readonly startMs: number; readonly posts: number },
  bucketMs: number,
  observation: Observation,
): Open | FoundBurst | null {
  if (open === null || open.endMs !== null) {
    return observation.notice ? foundIn(bucket, observation) : open;
  }
  return {
    ...open,
    severity: observation.alert ? 'alert' : open.severity,
    score: Math.max(open.score, observation.score),
    peakPosts: Math.max(open.peakPosts, bucket.posts),
    endMs: observation.ended ? bucket.startMs + bucketMs : null,
  };
}

function foundIn(
  bucket: { readonly startMs: number; readonly posts: number },
  observation: Observation,
): FoundBurst {
  return {
    startMs: bucket.startMs,
    endMs: null,
    severity: observation.alert ? 'alert' : 'notice',
    score: observation.score,
    young: observation.young,
    ...(observation.young && {
      youth: { learned: observation.learned, needed: observation.needed },
    }),
    expected: observation.expected,
    peakPosts: bucket.posts,
  };
}
