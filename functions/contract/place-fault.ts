import { PARTNER_NAME } from '../model/partner-name.ts';

/** How the place of a source that has several is called, and what is one. */
const PLACES: Readonly<
  Record<string, { isOne(place: string): boolean; wanted: string; such: string }>
> = {
  mastodon: {
    // The schema lets pass public hosts and names of partners; these have no dot.
    isOne: (place) => !PARTNER_NAME.test(place),
    wanted: 'the public host name of a server, such as mastodon.social, or several joined by +',
    such: 'the server to ask, such as mastodon.social',
  },
  ingest: {
    isOne: (place) => PARTNER_NAME.test(place),
    wanted: 'the name of a partner: up to 40 lower-case letters, digits and hyphens',
    such: 'the partner who hands in, such as newsroom',
  },
};

/** What is wrong with the place of a watch or check; undefined where nothing is. */
export function placeFault(source: string, place: string | null): string | undefined {
  const places = PLACES[source];
  if (places === undefined)
    return place === null ? undefined : `must be left out: ${source} has no servers to choose from`;
  if (place === null) return `is required for ${source}: ${places.such}`;
  return places.isOne(place) ? undefined : `must be ${places.wanted}`;
}
