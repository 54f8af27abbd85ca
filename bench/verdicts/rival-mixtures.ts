import type { Post } from '../../functions/model/post.ts';
import type { Detection } from '../../functions/steps/judge.ts';
import { areaUnderCurve } from './area-under-curve.ts';
import { VARIANTS } from './judged-families.ts';
import { markdownTable } from './markdown-table.ts';
import { type MixtureCell, mixtureCells } from './mixture-cells.ts';
import { RIVALS } from './rivals/all.ts';
import { judgeMixture, type MixtureRun, makeMixture } from './run-mixture.ts';

const SHARE = 0.3;

/** Area under the curve of every score, mixtures against the same hosts with nothing injected. */
export async function rivalMixtures(runs: number, detection: Detection): Promise<string> {
  const cells = (await mixtureCells()).map((cell) => runsOf(cell, runs));
  const scores = [
    ...VARIANTS.map(({ name, without }) => ({
      name: `**Turfwatch, strength ${name}**`,
      score: (run: MixtureRun) => judgeMixture(run, without, detection).verdict.strength,
    })),
    ...Object.entries(RIVALS).map(([name, score]) => ({ name, score: onPosts(score) })),
  ];
  const rows = scores.map(({ name, score }) => [
    name,
    ...cells.map(({ mixed, hosts }) => areaUnderCurve(mixed.map(score), hosts.map(score))),
  ]);
  return markdownTable(['AUC', ...cells.map(({ name }) => name)], rows);
}

function onPosts(score: (posts: readonly Post[]) => number) {
  return ({ posts }: MixtureRun) => score(posts);
}

function runsOf(cell: MixtureCell, runs: number) {
  const at = (share: number) =>
    Array.from({ length: runs }, (_, seed) => makeMixture(cell, share, seed));
  return { name: cell.name, mixed: at(SHARE), hosts: at(0) };
}
