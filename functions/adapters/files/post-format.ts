/** Forms in which people have posts; each is told by its content. */
export const POST_FORMATS = ['jsonl', 'x', 'mastodon', 'bluesky', 'csv', 'parquet'] as const;
export type PostFormat = (typeof POST_FORMATS)[number];
