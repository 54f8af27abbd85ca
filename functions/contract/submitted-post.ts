import * as z from 'zod';
import { Hashtag } from './hashtag.ts';

const Text = z.string().min(1);
/** Any offset is fine on the way in. */
const When = z.iso.datetime({ offset: true });
/** Some networks cut account dates to the day. */
const AccountDate = z.union([When, z.iso.date()], {
  error: 'must be an ISO 8601 time with its zone, a date, or null where it is not known',
});

/** One post as somebody brings it: the same object that `turfwatch check` reads, one a line. */
export const SubmittedPost = z
  .object({
    id: Text.max(200),
    source: Text.max(50),
    hashtags: z.array(z.string().max(200)).max(200),
    createdAt: When,
    author: Text.max(200),
    authorCreatedAt: AccountDate.nullish(),
    repost: z.boolean(),
    text: z.string().max(20_000).nullish(),
    deletedAt: When.nullish(),
    language: z.string().max(50).nullish(),
    followers: z.int().nonnegative().nullish(),
    authorName: z.string().max(500).nullish(),
    authorHandle: z.string().max(500).nullish(),
    authorPlace: z.string().max(500).nullish(),
  })
  .refine(
    ({ createdAt, deletedAt }) => !(deletedAt && Date.parse(deletedAt) < Date.parse(createdAt)),
    {
      path: ['deletedAt'],
      error: 'must not be earlier than createdAt',
    },
  )
  .meta({ id: 'SubmittedPost' });
export type SubmittedPost = z.infer<typeof SubmittedPost>;

export const PostsCheckRequest = z
  .strictObject({
    posts: z.array(SubmittedPost).min(1).max(50_000),
    hashtag: Hashtag.optional().meta({
      description: 'Judge the posts that carry it; by default the one that most of them carry',
    }),
  })
  .meta({ id: 'PostsCheckRequest' });
export type PostsCheckRequest = z.input<typeof PostsCheckRequest>;
