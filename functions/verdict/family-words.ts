import type { SignalName } from '../model/evidence.ts';
import type { Family } from '../model/verdict.ts';

/** The family that each counted signal speaks for; account age and the burst itself are shown, not counted. */
export const FAMILY_OF: Partial<Readonly<Record<SignalName, Family>>> = {
  synchrony: 'timing',
  'sharp-end': 'timing',
  volleys: 'timing',
  'pulse-shape': 'timing',
  'near-duplicate': 'text',
  concentration: 'concentration',
  'creation-clustering': 'creation',
  groups: 'again',
  reuse: 'again',
  deletion: 'deletion',
  'equal-lives': 'timing',
  'copier-return': 'again',
  'returning-copies': 'text',
  'returning-concentration': 'concentration',
  'returning-creation': 'creation',
};

/** What a family of evidence is, in a headline. */
export const FAMILY_NAME: Readonly<Record<Family, string>> = {
  timing: 'accounts that act at the same moment',
  text: 'many copies of one text',
  concentration: 'few accounts that post a lot',
  creation: 'accounts made in batches',
  again: 'accounts that keep acting together',
  deletion: 'posts that vanish within minutes',
};

/** Who does the same in all innocence. */
export const INNOCENT: Readonly<Record<Family, string>> = {
  timing:
    'a cue that everybody saw, such as an announced hour or a scheduling tool of one organisation',
  text: 'a set text that people were openly asked to post, or a quoted headline',
  concentration: 'a small and talkative circle: a team, a class, the organisers of an event',
  creation: 'a class or a programme whose members all joined at once, or a wave of newcomers',
  again: 'the regulars of one community, who meet under its hashtags time and again',
  deletion: 'a source that removes posts itself, or authors who correct and post anew',
};

/** What somebody could look at to tell the two apart. */
export const DECIDER: Readonly<Record<Family, string>> = {
  timing: 'whether a public event or call stands at that moment',
  text: 'whether a public call with that text is on record',
  concentration: 'whether the busiest accounts belong to one openly named group',
  creation: 'whether these accounts have one open occasion in common',
  again: 'whether the earlier hashtags belong to one subject',
  deletion: 'whether the network or the authors removed the posts',
};
