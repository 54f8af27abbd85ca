import type { Draft } from './draft.ts';
import { ageAccounts, rotateAccounts } from './evasion-accounts.ts';
import { keepPosts, repostInstead } from './evasion-fate.ts';
import type { EvasionSetting } from './evasion-setting.ts';
import { addSmallTalk, editCopies, useVariants } from './evasion-texts.ts';
import { jitterStart } from './evasion-times.ts';

/** One way to evade, turned up so far. */
export type Evasion = {
  /** What an organiser does, in a line. */
  readonly title: string;
  /** What a share of 1 means. */
  readonly full: string;
  /** @param share in [0, 1]; at 0 nothing changes */
  apply(drafts: readonly Draft[], share: number, setting: EvasionSetting): readonly Draft[];
};

/** What organisers do against being seen. Only what the core does changes. */
export const EVASIONS = {
  jitter: {
    title: 'each waits a while before it starts',
    full: 'up to an hour, drawn evenly',
    apply: jitterStart,
  },
  edited: {
    title: 'copies are reworded',
    full: 'every post has two words in five changed',
    apply: editCopies,
  },
  aged: {
    title: 'accounts are old or rented',
    full: 'every account has the age of an ordinary one',
    apply: ageAccounts,
  },
  kept: { title: 'posts are not deleted', full: 'every post stands', apply: keepPosts },
  rotated: {
    title: 'accounts are taken from a pool',
    full: 'every account is used in one burst only',
    apply: rotateAccounts,
  },
  smallTalk: {
    title: 'small talk between orders',
    full: 'after each post the account writes one of its own, within the hour',
    apply: addSmallTalk,
  },
  reposts: {
    title: 'reposts instead of posts',
    full: 'all but the first post repost an earlier one',
    apply: repostInstead,
  },
  variants: {
    title: 'one-letter variants of the tag',
    full: 'every post carries a variant, so that the tag itself sees none',
    apply: useVariants,
  },
} as const satisfies Readonly<Record<string, Evasion>>;

export type Knob = keyof typeof EVASIONS;
export type Knobs = Readonly<Partial<Record<Knob, number>>>;
