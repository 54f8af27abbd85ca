/** A moment as X's API takes it: whole seconds, UTC. @example secondOf(0) // '1970-01-01T00:00:00Z' */
export function secondOf(ms: number): string {
  return `${new Date(ms).toISOString().slice(0, 19)}Z`;
}
