/** What a table may hold of a post, in the names of our own JSON lines. */
export const POST_FIELDS = [
  'id',
  'author',
  'createdAt',
  'text',
  'hashtags',
  'repost',
  'authorCreatedAt',
  'authorName',
  'authorHandle',
  'authorPlace',
  'language',
  'followers',
  'deletedAt',
  'source',
] as const;
export type PostField = (typeof POST_FIELDS)[number];

/** Names of columns as they stand in the file. */
export type ColumnMap = { readonly [field in PostField]?: string };

export function isPostField(name: string): name is PostField {
  return POST_FIELDS.some((field) => field === name);
}
