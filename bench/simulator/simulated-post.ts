/** A post as the project's files hold it: one JSON object a line. */
export type SimulatedPost = {
  readonly id: string;
  readonly source: string;
  readonly hashtags: readonly string[];
  /** ISO 8601 with milliseconds, as are the other dates. */
  readonly createdAt: string;
  readonly author: string;
  readonly authorCreatedAt: string | null;
  readonly repost: boolean;
  readonly text: string | null;
  readonly deletedAt?: string;
  readonly authorName?: string;
  readonly authorHandle?: string;
  readonly authorPlace?: string | null;
};
