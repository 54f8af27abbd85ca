import * as z from 'zod';

const Moment = z.iso.datetime({ offset: true });

const Author = z.object({
  did: z.string().regex(/^did:[a-z]+:\S+$/, 'a DID is required'),
  handle: z.string().nullish(),
  displayName: z.string().nullish(),
});

const Feature = z.object({ $type: z.string().nullish(), tag: z.string().nullish() });

/** What the author wrote: of a wrong shape it is the author's doing, and no reason to drop a page. */
const PostRecord = z.object({
  text: z.string().catch(''),
  createdAt: z.string().nullish().catch(null),
  langs: z.array(z.string()).nullish().catch(null),
  tags: z.array(z.string()).nullish().catch(null),
  facets: z
    .array(z.object({ features: z.array(Feature) }))
    .nullish()
    .catch(null),
});

/** A post in the words of Bluesky's app view, cut to what we read. */
export const PostView = z.object({
  uri: z
    .string()
    .regex(/^at:\/\/did:[^/\s]+\/app\.bsky\.feed\.post\/[^/\s]+$/, 'a post is required'),
  author: Author,
  record: PostRecord,
  /** When the app view first saw it. */
  indexedAt: Moment,
});

export type PostView = z.infer<typeof PostView>;
