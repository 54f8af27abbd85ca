import * as z from 'zod';
import { sourceHashtagFault } from '../model/hashtag-fault.ts';
import { PARTNER_NAME } from '../model/partner-name.ts';
import { MOST_PLACE_CHARACTERS, MOST_SERVERS, placeOf, serversOf } from '../model/servers.ts';
import { Hashtag } from './hashtag.ts';
import { placeFault } from './place-fault.ts';
import { SourceName } from './words.ts';

/** A public host name: letters, digits and hyphens in at least two labels, the last of them no number. */
const HOST_NAME =
  /^(?=.{4,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])$/;

/** Names that lead into a private network: our fetch must not be sent there. */
const PRIVATE_NAME = /\.(localhost|local|localdomain|internal|intranet|lan|home|corp|arpa)$/;

const isPublicHost = (host: string) => HOST_NAME.test(host) && !PRIVATE_NAME.test(host);

/** Checked in its one spelling, so that two spellings of it are one watch. */
const Place = z
  .string()
  .max(MOST_PLACE_CHARACTERS)
  .overwrite((place) => placeOf(serversOf(place)))
  .refine((place) => PARTNER_NAME.test(place) || serversOf(place).every(isPublicHost), {
    error:
      'must be the public host name of a server, such as mastodon.social, or several joined by +; or the name of a partner',
  })
  .refine((place) => serversOf(place).length <= MOST_SERVERS, {
    error: `must name ${MOST_SERVERS} servers at most`,
  })
  .meta({
    description: `The server of a source that has many; several, ${MOST_SERVERS} at most, are joined by \`+\`. Of ingest the partner`,
    example: 'mastodon.social',
  });

/** A hashtag at a source: what can be watched or checked. */
export const TARGET_FIELDS = {
  source: SourceName,
  hashtag: Hashtag,
  place: Place.nullish(),
} as const;

type Target = {
  readonly source: SourceName;
  readonly hashtag: string;
  readonly place?: string | null | undefined;
};

/**
 * A source of many servers or partners needs one of them; a source of one has none to name. And a
 * hashtag must be one that the source can have.
 */
export function checkTarget(
  { source, hashtag, place }: Target,
  issues: z.core.$ZodRawIssue[],
  input: unknown,
) {
  const faults = {
    hashtag: sourceHashtagFault(source, hashtag),
    place: placeFault(source, place ?? null),
  };
  for (const [field, message] of Object.entries(faults))
    if (message !== undefined) issues.push({ code: 'custom', path: [field], input, message });
}
