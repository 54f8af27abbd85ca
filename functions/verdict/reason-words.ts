import type { MeasuredEvidence, SignalName } from '../model/evidence.ts';

type Figures = (key: string) => string;
type Sentence = (figure: Figures, evidence: MeasuredEvidence) => string;

/** One sentence a signal, with numbers that a reader can count again. */
const SENTENCES: Readonly<Record<SignalName, Sentence>> = {
  burst: (_, { effect }) => `the burst stood ${shown(effect)} times above the hashtag's own past`,
  synchrony: (figure, { accounts }) =>
    `${shown(accounts)} accounts posted in ${stretches(figure)} far fuller than the moments beside; accounts that act alone spread evenly`,
  'sharp-end': (figure) =>
    `the wave stopped like a switch: ${figure('before')} posts in its last ${seconds(figure('edgeSeconds'))}, ${noneOr(figure('after'))} in as long after it; an audience fades to about half`,
  volleys: (figure, { accounts }) =>
    `${shown(accounts)} accounts posted in ${oneOr(figure('volleys'), 'one volley', 'volleys')} of ${figure('milliseconds')} milliseconds, up to ${figure('largest')} at once; ${figure('shared')} posts share such a moment with another, of accounts that act alone about ${figure('expected')} would`,
  'pulse-shape': (figure, { accounts }) =>
    `${part(shown(accounts), figure('of'))} accounts came in ${seconds(figure('seconds'))} at one even rate, ${figure('perMinute')} a minute, that began and ended at once; the answer of an audience rises and decays`,
  'near-duplicate': (figure, { accounts }) =>
    `${part(figure('copies'), figure('originals'))} original posts repeat ${oneOr(figure('texts'), 'the same text', 'texts')} word for word or nearly, by ${shown(accounts)} accounts; ordinarily about 2 in 100 authors do`,
  concentration: (figure, { accounts }) =>
    `${part(shown(accounts), figure('accounts'))} accounts wrote ${figure('heavyPosts')} posts or more within ${oneOr(figure('spanHours'), 'an hour', 'hours')}; in busy communities about ${figure('usualPercent')} in 100 do`,
  'creation-clustering': (figure) =>
    figure('batch') === '?'
      ? `${figure('pairs')} pairs of accounts were made ${figure('days') === '1' ? 'on the same day' : 'in the same week'}; about ${figure('expected')} would be if they were made one by one`
      : `${figure('batch')} of ${figure('dates')} accounts were made on ${figure('day')}; the days beside it and the usual authors explain ${figure('expected')} at most`,
  'account-age': (figure) =>
    `${figure('under63Days')} of ${figure('accounts')} accounts were younger than 63 days; of the usual authors of ${whose(figure('usual'))} ${figure('usualUnder63Days')} of ${figure('usualAccounts')}${figure('dates') === 'self-declared' ? ', by dates that accounts declare themselves' : ''}`,
  deletion: (figure) =>
    `${part(figure('gone'), figure('posts'))} posts were gone within ${seconds(figure('withinSeconds'))}; ordinarily about 3 in 100 are`,
  groups: (figure, { accounts }) =>
    `${part(shown(accounts), figure('accounts'))} accounts kept meeting in the same minute or over the same text, in ${oneOr(figure('groups'), 'one group', 'groups')}`,
  'equal-lives': (figure) =>
    `${part(figure('equal'), figure('vanished'))} posts that vanished lived equally long, ${figure('shortestSeconds')} to ${seconds(figure('longestSeconds'))}; what people take back, they take back at any time`,
  reuse: (figure) =>
    `${part(figure('returningPosts'), figure('comparedPosts'))} posts come from accounts that were in earlier bursts of at least ${figure('minSubjects')} unrelated subjects; of a community about ${figure('communityPercent')} in 100 accounts would be`,
  'copier-return': (figure) =>
    `${part(figure('copiersBack'), figure('copiers'))} accounts that copy were in bursts of unrelated subjects before; of those that do not copy ${figure('othersBack')} of ${figure('others')}`,
  'returning-copies': (figure, { accounts }) =>
    `of the accounts that came back ${shown(accounts)} repeat ${oneOr(figure('texts'), 'one text', 'texts')} word for word or nearly, in ${part(figure('copies'), figure('originals'))} of their original posts`,
  'returning-concentration': (figure, { accounts }) =>
    `of the accounts that came back ${part(shown(accounts), figure('accounts'))} wrote ${figure('heavyPosts')} posts or more within ${oneOr(figure('spanHours'), 'an hour', 'hours')}; in busy communities about ${figure('usualPercent')} in 100 accounts do`,
  'returning-creation': (figure) =>
    `among the accounts that came back ${figure('pairs')} pairs were made ${figure('days') === '1' ? 'on the same day' : 'in the same week'}; about ${figure('expected')} would be if they ${figure('usual') === '?' ? 'were made one by one' : 'had joined as usual authors did'}`,
  origin: (figure, { accounts }) =>
    `about ${shown(accounts)} of ${figure('accounts')} accounts are too many for their ${figure('kind')} beside the ${figure('usualAccounts')} usual authors of ${whose(figure('usual'))}`,
  impersonation: (figure, { accounts }) =>
    `${shown(accounts)} of ${figure('accounts')} accounts have names ${figure('kind') === 'newsroom' ? 'like those of newsrooms' : 'made to a pattern'}; ${figure('usualPercent')} in 100 ${figure('usual') === 'stated' ? 'are assumed to be usual' : 'of the usual authors do'}`,
};

function whose(usual: string): string {
  if (usual === 'input') return 'other hashtags in the same input';
  return usual === 'source' ? 'the source' : 'this hashtag';
}

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
  if (count === 1) return '1 second';
  return count >= 2 ? `${shown(Math.round(count))} seconds` : `${text} seconds`;
}

/** @example part('40', '40') // 'all 40' */
function part(some: string, all: string): string {
  return some === all ? `all ${all}` : `${some} of ${all}`;
}

function noneOr(count: string): string {
  return count === '0' ? 'none' : count;
}

function oneOr(count: string, one: string, many: string): string {
  return count === '1' ? one : `${count} ${many}`;
}

function stretches(figure: Figures): string {
  const unit = figure('binSeconds') === '60' ? 'minute' : 'second';
  return oneOr(figure('jaggedBins'), `a single ${unit}`, `single ${unit}s`);
}
