import type { MeasuredEvidence, SignalName } from '../model/evidence.ts';

type Figures = (key: string) => string;
type Sentence = (figure: Figures, evidence: MeasuredEvidence) => string;

/** One sentence a signal, with numbers that a reader can count again. */
const SENTENCES: Readonly<Record<SignalName, Sentence>> = {
  burst: (_, { effect }) => `the burst stood ${shown(effect)} times above the hashtag's own past`,
  synchrony: (figure, { accounts }) =>
    `${accounts} accounts posted in ${stretches(figure)} that hold far more of them than the moments beside; accounts that act alone spread evenly`,
  'sharp-end': (figure) =>
    `the wave stopped like a switch: ${figure('before')} posts in its last ${seconds(figure('edgeSeconds'))}, ${figure('after')} in as long after it; an audience fades to about half`,
  'near-duplicate': (figure, { accounts }) =>
    `${figure('copies')} of ${figure('originals')} original posts repeat ${oneOr(figure('texts'), 'the same text', 'texts')} word for word or nearly, by ${accounts} accounts; ordinarily about 2 in 100 authors do`,
  concentration: (figure, { accounts }) =>
    `${accounts} of ${figure('accounts')} accounts wrote ${figure('heavyPosts')} posts or more within ${oneOr(figure('spanHours'), 'an hour', 'hours')}; ordinarily fewer than 15 in 100 do`,
  'creation-clustering': (figure) =>
    `${figure('pairs')} pairs of accounts were made ${figure('days') === '1' ? 'on the same day' : 'in the same week'}; about ${figure('expected')} would be if they were made one by one`,
  'account-age': (figure) =>
    `${figure('under63Days')} of ${figure('accounts')} accounts were younger than 63 days; of the usual authors ${figure('usualUnder63Days')} of ${figure('usualAccounts')}`,
  deletion: (figure) =>
    `${figure('gone')} of ${figure('posts')} posts were gone within ${seconds(figure('withinSeconds'))}; ordinarily about 3 in 100 are`,
  groups: (figure, { accounts }) =>
    `${accounts} of ${figure('accounts')} accounts kept meeting in the same minute or over the same text, in ${oneOr(figure('groups'), 'one group', 'groups')}`,
  reuse: (figure) =>
    `${figure('returningPosts')} of ${figure('comparedPosts')} posts come from accounts that were in earlier bursts of at least ${figure('minHashtags')} other hashtags; strangers hardly ever are`,
};

/** What one signal found, in a sentence without a full stop. */
export function reasonOf(evidence: MeasuredEvidence): string {
  return SENTENCES[evidence.signal]((key) => shown(evidence.detail[key] ?? '?'), evidence);
}

/** Three digits at most behind what matters; thousands with a comma. */
function shown(value: number | string): string {
  if (typeof value === 'string') return value;
  const digits = Math.abs(value) >= 10 || Number.isInteger(value) ? 0 : 1;
  return value.toLocaleString('en-US', { maximumFractionDigits: digits });
}

function seconds(text: string): string {
  const count = Number(text.replaceAll(',', ''));
  if (count === 300) return 'five minutes';
  if (count >= 120) return `${shown(count / 60)} minutes`;
  return count === 1 ? '1 second' : `${text} seconds`;
}

function oneOr(count: string, one: string, many: string): string {
  return count === '1' ? one : `${count} ${many}`;
}

function stretches(figure: Figures): string {
  const unit = figure('binSeconds') === '60' ? 'minute' : 'second';
  return oneOr(figure('jaggedBins'), `a single ${unit}`, `single ${unit}s`);
}
