import type { Verdict } from '../../functions/model/verdict.ts';
import type { Detection } from '../../functions/steps/judge.ts';
import { COMMUNITIES } from './communities.ts';
import { type FileJudge, judgeTogether } from './judge-together.ts';
import { readSet } from './read-corpus.ts';

const DAY_MS = 86_400_000;

/** The days of every hashtag of the communities, each community loaded together. */
export async function judgeSisters(
  detection: Detection,
): Promise<readonly (readonly [community: string, verdicts: readonly Verdict[]])[]> {
  const judged: (readonly [string, readonly Verdict[]])[] = [];
  for (const [community, sets] of Object.entries(COMMUNITIES)) {
    judged.push([community, await judgeDaysOf(sets, detection)]);
  }
  return judged;
}

/** The days of every hashtag of sets that are loaded together. */
export async function judgeDaysOf(
  sets: readonly string[],
  detection: Detection,
): Promise<readonly Verdict[]> {
  const read = await Promise.all(sets.map(readSet));
  const file: FileJudge = judgeTogether(read.flat(), { spanMs: DAY_MS });
  return file.bursts.map((burst) => file.judge(burst, detection));
}
