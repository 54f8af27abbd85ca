/** Networks that took in whole crowds within days (the moves of 2022 to 2024): their ordinary accounts cluster. */
const WAVES: ReadonlySet<string> = new Set(['mastodon', 'bluesky']);

/** Whether creation dates of a source's accounts cluster by themselves, so that a cluster is no batch. */
export function grewInWaves(source: string): boolean {
  return WAVES.has(source);
}
