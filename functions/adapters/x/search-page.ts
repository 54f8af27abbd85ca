import * as z from 'zod';
import { SourceError } from '../../model/errors.ts';
import { mostly } from '../net/mostly.ts';
import { requireShape } from '../net/require-shape.ts';

const Moment = z.iso.datetime({ offset: true }).transform((text) => Date.parse(text));

const Entities = z.object({ hashtags: z.array(z.object({ tag: z.string() })).nullish() }).nullish();

/** The whole of a long post, of which `text` is the beginning. */
const Note = z.object({ text: z.string(), entities: Entities }).nullish();

const References = z.array(z.object({ type: z.string() })).nullish();

const Post = z.object({
  id: z.string().regex(/^\d{1,19}$/),
  text: z.string(),
  author_id: z.string().min(1),
  created_at: Moment,
  lang: z.string().nullish(),
  entities: Entities,
  note_post: Note,
  note_tweet: Note,
  referenced_posts: References,
  referenced_tweets: References,
});

const User = z.object({
  id: z.string().min(1),
  name: z.string().nullish(),
  username: z.string().nullish(),
  created_at: Moment.nullish(),
  location: z.string().nullish(),
  public_metrics: z.object({ followers_count: z.int().nonnegative().nullish() }).nullish(),
});

const Page = z.object({
  data: mostly(Post).optional(),
  includes: z.object({ users: mostly(User).optional() }).optional(),
  meta: z
    .object({ result_count: z.int().nonnegative(), next_token: z.string().min(1).optional() })
    .optional(),
});

/** A post in the words of X's API, cut to what we read. */
export type XPost = z.infer<typeof Post>;
export type XUser = z.infer<typeof User>;

export type SearchPage = {
  /** Newest first. */
  readonly posts: readonly XPost[];
  readonly users: ReadonlyMap<string, XUser>;
  readonly nextToken: string | undefined;
  /** Posts that X charges for and that could not be read. */
  readonly unread: number;
};

/**
 * Reads a page of a search. `errors` beside posts tell of an author or another part that X keeps
 * back: the posts count, what is kept back is unknown.
 *
 * @throws {SourceError} if it is none
 */
export function readSearchPage(body: unknown): SearchPage {
  const { data, includes, meta } = requireShape(
    Page,
    body,
    'x answered with posts that cannot be read',
  );
  if (data === undefined && meta === undefined)
    throw new SourceError('x answered a search with neither posts nor their number', {
      retryable: true,
    });
  return {
    posts: data ?? [],
    users: new Map((includes?.users ?? []).map((user) => [user.id, user])),
    nextToken: meta?.next_token,
    unread: Math.max(0, (meta?.result_count ?? 0) - (data?.length ?? 0)),
  };
}
