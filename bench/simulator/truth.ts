/** What a post was made as. No signal may read it. */
export type Role = 'core' | 'uptake' | 'background';

/**
 * Three labels, not two. organic: people act for themselves, perhaps on one cue. open: people
 * agreed to act together and say so. covert: the agreement, the identity or the operator is hidden.
 * mixed: a covert core that most of the others speak against.
 */
export type Label = 'organic' | 'open' | 'covert' | 'mixed';

/** What is true of one simulated event, and of each of its posts. */
export type Truth = {
  readonly scenario: string;
  readonly label: Label;
  readonly seed: number;
  readonly hashtag: string;
  readonly startMs: number;
  /** Core posts / all posts of the event, in [0, 1]. */
  readonly dose: number;
  readonly parameters: Readonly<Record<string, number>>;
  readonly posts: readonly { readonly id: string; readonly role: Role }[];
};
