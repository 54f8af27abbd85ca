import type { SignalName } from '../../functions/model/evidence.ts';
import type { Post } from '../../functions/model/post.ts';
import type { Verdict } from '../../functions/model/verdict.ts';
import type { Detection } from '../../functions/steps/judge.ts';
import { asSeen } from './as-seen.ts';
import { type Family, families } from './families.ts';
import { judgeBurst } from './judge-burst.ts';

/** Posts of a burst that has only begun to trend. */
export const FIRST = 100;

/** What is left out, for a burst is met for the first time, and deletions are not always watched. */
export const VARIANTS = [
  { name: 'with reuse', without: [] },
  { name: 'without reuse', without: ['reuse'] },
  { name: 'without reuse and deletion', without: ['reuse', 'deletion'] },
] as const satisfies readonly { readonly name: string; readonly without: readonly SignalName[] }[];

/** Verdicts of one family, burst by burst, in the order of VARIANTS. */
export type JudgedFamily = {
  readonly family: Family;
  readonly whole: readonly (readonly Verdict[])[];
  readonly first: readonly (readonly Verdict[])[];
  /** The first posts with only what had vanished when the last of them came; null where nothing is known to have vanished. */
  readonly seen: readonly (readonly Verdict[])[] | null;
};

const judged = new WeakMap<Detection, Promise<readonly JudgedFamily[]>>();

/** Every burst of every family, whole and its first 100 posts, each variant; done once for each detection. */
export function judgeFamilies(detection: Detection): Promise<readonly JudgedFamily[]> {
  const known = judged.get(detection) ?? judgeAll(detection);
  judged.set(detection, known);
  return known;
}

async function judgeAll(detection: Detection): Promise<readonly JudgedFamily[]> {
  const cut = (family: Family, cutTo: (posts: readonly Post[]) => readonly Post[]) =>
    VARIANTS.map(({ without }) =>
      family.bursts.map(({ posts, earlier, about }) =>
        judgeBurst(cutTo(posts), earlier, without, detection, about),
      ),
    );
  return (await families()).map((family) => ({
    family,
    whole: cut(family, (posts) => posts),
    first: cut(family, (posts) => posts.slice(0, FIRST)),
    seen: hasDeletions(family) ? cut(family, (posts) => asSeen(posts.slice(0, FIRST))) : null,
  }));
}

function hasDeletions({ bursts }: Family): boolean {
  return bursts.some(({ posts }) => posts.some(({ deletedMs }) => deletedMs !== null));
}
