import * as z from 'zod';

const Name = z.string().min(1);
const Instant = z.iso.datetime({ offset: true });
/** Some networks cut account dates to the day. */
const AccountDate = z.union([Instant, z.iso.date()]);

/** One line of a post file. Further fields are ignored. */
export const PostLine = z.object({
  id: Name,
  source: Name,
  /** A hashtag is more than its `#`. */
  hashtags: z.array(z.string().regex(/[^\s#＃]/u)),
  createdAt: Instant,
  author: Name,
  authorCreatedAt: AccountDate.nullable(),
  repost: z.boolean(),
  text: z.string().nullable(),
  deletedAt: Instant.nullish(),
  language: z.string().nullish(),
  followers: z.int().nonnegative().nullish(),
  authorName: z.string().nullish(),
  authorHandle: z.string().nullish(),
  authorPlace: z.string().nullish(),
});
export type PostLine = z.infer<typeof PostLine>;

const INSTANT = 'an ISO 8601 time with its zone, such as 2026-03-02T18:00:00.000Z';

/** What each field must be, in words for whoever has to mend the file. */
export const EXPECTED: Readonly<Record<keyof PostLine, string>> = {
  id: 'a string that is not empty',
  source: 'a string that is not empty, such as "x" or "mastodon"',
  hashtags: 'a list of hashtags, each a string that is more than "#"; the list may be empty',
  createdAt: INSTANT,
  author: 'a string that is not empty',
  authorCreatedAt: `${INSTANT}, or a date, or null where it is not known`,
  repost: 'true or false',
  text: 'a string, or null where it is not known',
  deletedAt: `${INSTANT}, later than createdAt; or leave it out`,
  language: 'a BCP 47 tag such as "ur", or null, or leave it out',
  followers: 'a whole number from 0 up, or null, or leave it out',
  authorName: 'the name that the account shows, or null, or leave it out',
  authorHandle: 'the handle of the account, or null, or leave it out',
  authorPlace: 'the place that the account states, or null, or leave it out',
};
