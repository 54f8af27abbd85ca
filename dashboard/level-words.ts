import type { Level } from '../functions/contract/verdict.ts';

/** What a level claims; null is a burst that was not judged yet, and is none of them. */
export const LEVEL_WORDS: Readonly<
  Record<Level, { readonly name: string; readonly means: string }>
> = {
  coordinated: {
    name: 'Coordinated',
    means:
      'Independent kinds of evidence agree: accounts acted together more than chance explains.',
  },
  suspicious: {
    name: 'Suspicious',
    means: 'One kind of evidence stands out. Reason to look, not a finding.',
  },
  organic: {
    name: 'Organic',
    means: 'We could look, and nothing stands out from an ordinary crowd.',
  },
  undecided: {
    name: 'Undecided',
    means: 'Not enough to see by. This does not say that the burst is organic.',
  },
};
