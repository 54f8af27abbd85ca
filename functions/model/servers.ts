/** What one watch may be read from at once: each server costs requests of its own. */
export const MOST_SERVERS = 5;

/** Of all their names, joined: with the longest hashtag it makes a key that the database takes. */
export const MOST_PLACE_CHARACTERS = 390;

/** The servers of a place, as `placeOf` wrote them. */
export function serversOf(place: string): readonly string[] {
  return place.split('+');
}

/**
 * The place of a watch that is read from these servers: the same for the same servers, however
 * they are written.
 *
 * @example placeOf(['two.example', 'One.example', 'two.example']) // 'one.example+two.example'
 */
export function placeOf(servers: readonly string[]): string {
  return [...new Set(servers.map((server) => server.toLowerCase()))].sort().join('+');
}
