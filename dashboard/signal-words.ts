import type { EvidenceView } from '../functions/contract/verdict.ts';

type SignalName = EvidenceView['signal'];

/** Each signal's name for a reader, and the question that it puts. */
export const SIGNAL_WORDS: Readonly<
  Record<SignalName, { readonly name: string; readonly asks: string }>
> = {
  burst: { name: 'Burst', asks: 'Far more posts than this hashtag’s own past?' },
  synchrony: {
    name: 'Synchrony',
    asks: 'Do accounts act in the same seconds more than chance allows?',
  },
  'sharp-end': {
    name: 'Sharp end',
    asks: 'Did it stop like a switch, where an audience would fade?',
  },
  volleys: {
    name: 'Volleys',
    asks: 'Do many accounts post within the same hundredths of a second?',
  },
  'pulse-shape': {
    name: 'Shape of the wave',
    asks: 'Is the wave flat between hard edges, where an audience would rise and decay?',
  },
  'near-duplicate': { name: 'Copies', asks: 'How much of the original text is the same text?' },
  concentration: { name: 'Concentration', asks: 'Do few accounts make many of the posts?' },
  'creation-clustering': {
    name: 'Batches of accounts',
    asks: 'Were the accounts made in batches?',
  },
  'account-age': {
    name: 'Account age',
    asks: 'Are the authors’ accounts unusually young? Shown, not counted.',
  },
  deletion: { name: 'Deletion', asks: 'Do posts vanish soon after they were made?' },
  'equal-lives': {
    name: 'Equal lives',
    asks: 'Did the posts that vanished live equally long?',
  },
  groups: { name: 'Groups', asks: 'Do the same accounts meet again and again within the burst?' },
  reuse: { name: 'Return', asks: 'Do these accounts return from bursts of unrelated hashtags?' },
  'copier-return': {
    name: 'Return of those who copy',
    asks: 'Do accounts that copy come back more than the others here?',
  },
  'returning-copies': {
    name: 'Copies among the returned',
    asks: 'Do the accounts that came back repeat one text?',
  },
  'returning-concentration': {
    name: 'Concentration among the returned',
    asks: 'Do the accounts that came back post a lot?',
  },
  'returning-creation': {
    name: 'Batches among the returned',
    asks: 'Were the accounts that came back made in batches?',
  },
  origin: {
    name: 'Origin',
    asks: 'Are declared places or languages out of line with the usual? Shown, not counted.',
  },
  impersonation: {
    name: 'Names',
    asks: 'Do names imitate newsrooms or stock personas? Shown, not counted.',
  },
};

/** Families of evidence, as `standing` names them. */
export const FAMILY_WORDS: Readonly<Record<string, string>> = {
  timing: 'timing',
  text: 'copied text',
  concentration: 'concentration',
  creation: 'accounts made in batches',
  again: 'the same accounts again',
  deletion: 'deletion',
};

/** @example detailName('largestGroup') // 'largest group' */
export function detailName(key: string): string {
  return key
    .replaceAll('-', ' ')
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .toLowerCase();
}
