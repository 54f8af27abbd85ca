import * as z from 'zod';
import { mostly } from '../net/mostly.ts';
import { requireShape } from '../net/require-shape.ts';

const Moment = z.iso.datetime({ offset: true });

const Account = z.object({
  /** Address of the account in the federation, the same on every server. Mastodon before 4.2 has none. */
  uri: z.string().min(1).nullish(),
  url: z.string().min(1),
  /** Empty or absent where the account's own server keeps it back. */
  created_at: z.union([Moment, z.literal('')]).nullish(),
  followers_count: z.int().nullish(),
  display_name: z.string().nullish(),
  username: z.string().nullish(),
});

const Status = z.object({
  id: z.string().min(1),
  /** Address of the post in the federation, the same on every server. */
  uri: z.string().nullish(),
  created_at: Moment,
  content: z.string(),
  language: z.string().nullish(),
  reblog: z.object({ id: z.string().nullish(), content: z.string() }).nullish(),
  tags: z.array(z.object({ name: z.string() })),
  account: Account,
});

const StatusPage = mostly(Status);

/** A post in the words of Mastodon's API, cut to what we read. */
export type Status = z.infer<typeof Status>;

/**
 * Reads one page of a timeline. Unknown fields pass; a post with a wrong one is left out where most
 * are right, else it is named by its path, never by its value.
 *
 * @throws {SourceError} not retryable: the same page would be wrong again
 */
export function readStatusPage(host: string, page: unknown): readonly Status[] {
  return requireShape(StatusPage, page, `${host} answered with posts that cannot be read`);
}
