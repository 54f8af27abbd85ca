/** Hashtags that stand beside a burst's own in its posts: what it is about. */
export type Company = {
  /** Posts that were looked at. */
  readonly posts: number;
  /** By hashtag, normalised: how many of these posts carry it. The most frequent ones. */
  readonly counts: Readonly<Record<string, number>>;
};
