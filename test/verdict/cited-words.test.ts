import { expect, it } from 'vitest';
import { measured, unmeasured } from '../../functions/model/evidence.ts';
import { citedWords } from '../../functions/verdict/cited-words.ts';
import { aVerdict } from '../support/a-verdict.ts';

const returned = measured('reuse', 9, 0.4, 40, {
  returningPosts: 40,
  comparedPosts: 90,
  minSubjects: 2,
  communityPercent: 4,
});
const ended = measured('sharp-end', 0.2, 0.1, 3, { before: 9, after: 8, edgeSeconds: 10 });

it('has a sentence for what stands, and none for what does not', () => {
  const verdict = aVerdict({
    standing: ['again'],
    evidence: [
      measured('burst', 1, 1.2, 90),
      ended,
      returned,
      unmeasured('deletion', 'not looked for'),
    ],
    citing: ['reuse', 'burst'],
  });

  expect(citedWords(verdict)).toEqual({
    reuse: expect.stringMatching(/^40 of 90 posts come from accounts that were in earlier bursts/),
  });
});

it('has none where nothing stands: what is cited then only would have seen it', () => {
  const verdict = aVerdict({
    level: 'organic',
    standing: [],
    evidence: [ended],
    citing: ['sharp-end'],
  });

  expect(citedWords(verdict)).toEqual({});
});
