import type { CoordinatedShareSettings } from '../signals/coordinated-share.ts';
import type { SignalSettings } from '../signals/measure-posts.ts';
import type { AlertSettings } from '../verdict/decide-alert.ts';
import type { Thresholds } from '../verdict/thresholds.ts';
import { BURST } from './burst.ts';
import { NAMES } from './names.ts';

const SECOND_MS = 1000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;

/** Once in ten thousand, as -log10 p: six families of it give a chance finding in 1,700 bursts. */
const RARE = 4;
/** For what is asked again at every poll, of a null that is a model: a hundred looks at one burst. */
const ASKED_AGAIN = RARE + 2;

const MANY_RETURN = { score: ASKED_AGAIN, effect: 0.06, accounts: 10 };
const FEW_RETURN = { score: RARE, effect: 0.14, accounts: 5 };
const COPIERS_RETURN = { score: ASKED_AGAIN, effect: 0.2, accounts: 8 };

const SIGNALS: SignalSettings = {
  synchrony: {
    binMs: SECOND_MS,
    minuteBinMs: MINUTE_MS,
    droppedJags: 3,
    minBins: 10,
    jagSpread: 3,
    jagAccounts: 3,
    members: 5,
  },
  sharpEnd: {
    quantiles: 161,
    minRate: 2,
    minPosts: 20,
    maxWaveMs: 30 * MINUTE_MS,
    edgeShare: 0.15,
    minEdgeMs: SECOND_MS,
    minMinuteEdgeMs: MINUTE_MS,
    fadeShare: 2 / 3,
    members: 5,
  },
  volleys: { cellMs: 20, cells: 25, volleyAccounts: 3, minAccounts: 20, members: 5 },
  pulseShape: {
    minAccounts: 30,
    maxHalfMs: 15 * MINUTE_MS,
    binMs: SECOND_MS,
    minuteBinMs: MINUTE_MS,
    halfBins: 20,
    minBins: 5,
    sides: 4,
    quietAfter: 0.25,
    members: 5,
  },
  textGroups: { minWords: 5, bandRows: 2, minAgreement: 0.6, minAccounts: 3 },
  nearDuplicate: { minOriginals: 20, usualCopying: 0.02 },
  concentration: {
    spanMs: 12 * HOUR_MS,
    levels: [
      { posts: 2, usual: 0.33, own: true },
      { posts: 3, usual: 0.26 },
      { posts: 5, usual: 0.15 },
    ],
    tests: 2,
    minAccounts: 2,
  },
  creation: {
    scales: [
      { days: 1, aroundDays: 90 },
      { days: 7, aroundDays: 182 },
    ],
    minDates: 20,
    youngDays: 180,
    minPairs: 6,
    zOfLimit: 6,
    waves: { minUsual: 100, freshDays: 2, periodDays: 30, waveSlope: 1.5, minSurprise: RARE },
  },
  accountAge: { minDates: 20, minUsualDates: 100 },
  deletion: { withinMs: 300 * SECOND_MS, minAgeMs: MINUTE_MS, usualShare: 0.03 },
  equalLives: {
    withinMs: 300 * SECOND_MS,
    minVanished: 20,
    factor: 2,
    usualShare: 0.5,
    places: 10,
    minSpreadMs: 5 * SECOND_MS,
    minEndSpread: 0.25,
  },
  groups: {
    windowMs: MINUTE_MS,
    sideWindows: 10,
    minWindowAccounts: 4,
    minMinuteAccounts: 3,
    minWindowSpread: 3,
    minShared: 3,
    minSurprise: RARE,
    minMeetings: 2,
    minMembers: 5,
  },
  lookBack: {
    relatedShare: 0.05,
    commonShare: 0.3,
    minGapMs: 0,
    minEarlierSubjects: 2,
    minComparable: 64,
  },
  reuse: { minSubjects: 2, communityReturn: 0.2, minChance: 0.001, regulars: 0.05 },
  copierReturn: { minEach: 8 },
  returningGroup: {
    // The thresholds below: whoever is looked at twice has been told of once.
    reuse: [MANY_RETURN, FEW_RETURN],
    copierReturn: [COPIERS_RETURN],
  },
  origin: { minStated: 20, minUsual: 100, minExpected: 5 },
  impersonation: {
    minNamed: 20,
    minUsual: 100,
    // Said, not measured: no open set of posts comes with the names of ordinary authors.
    statedShare: { newsroom: 0.01, stock: 0.2 },
  },
};

const THRESHOLDS: Thresholds = {
  version: '2026-11-b',
  bySignal: {
    synchrony: { family: 'timing', score: ASKED_AGAIN, effect: 0.4, accounts: 12 },
    'sharp-end': { family: 'timing', score: ASKED_AGAIN, effect: 0.5, accounts: 12 },
    volleys: { family: 'timing', score: ASKED_AGAIN, effect: 0.1, accounts: 12 },
    'pulse-shape': { family: 'timing', score: ASKED_AGAIN, effect: 0.5, accounts: 12 },
    'near-duplicate': {
      family: 'text',
      score: RARE,
      effect: 0.25,
      accounts: 20,
      orFewer: { score: RARE, effect: 0.3, accounts: 8 },
    },
    concentration: { family: 'concentration', score: RARE, effect: 1.75, accounts: 3 },
    'creation-clustering': { family: 'creation', score: RARE, effect: 0.08, accounts: 12 },
    groups: { family: 'again', score: ASKED_AGAIN, effect: 0.15, accounts: 12 },
    reuse: { family: 'again', ...MANY_RETURN, orFewer: FEW_RETURN },
    'copier-return': { family: 'again', ...COPIERS_RETURN },
    'returning-copies': { family: 'text', score: ASKED_AGAIN, effect: 0.2, accounts: 12 },
    'returning-concentration': { family: 'concentration', score: RARE, effect: 2, accounts: 5 },
    'returning-creation': { family: 'creation', score: RARE, effect: 0.1, accounts: 12 },
    'equal-lives': { family: 'timing', score: ASKED_AGAIN, effect: 0.75, accounts: 12 },
    deletion: { family: 'deletion', score: ASKED_AGAIN, effect: 0.1, accounts: 3 },
  },
  minPosts: 50,
  minAccounts: 6,
  wouldHaveSeen: ['near-duplicate', 'creation-clustering'],
  coordinatedFrom: 2,
  noticeScore: BURST.thresholds.notice / Math.LN10,
  earlyMs: 5 * MINUTE_MS,
  familyWeight: 0.8,
};

const ALERTS: AlertSettings = { dailyQuota: 50, quietMs: 24 * HOUR_MS, lookBackBursts: 20 };

/** Measured on mixtures of open sets: the range of nine in ten. docs/signals/verdict.md has them. */
const SHARE: CoordinatedShareSettings = {
  sight: {
    deletion: { usual: 0.03, least: 0.85, rule: 0.98, most: 1 },
    reuse: { usual: 0.01, least: 0.42, rule: 0.95, most: 1 },
    'near-duplicate': { usual: 0.02, least: 0.3, rule: 0.6, most: 1.25 },
  },
  z: 1.645,
};

/** How bursts are judged. A change of any number is a new version. */
export const DETECTION = {
  version: THRESHOLDS.version,
  signals: SIGNALS,
  thresholds: THRESHOLDS,
  share: SHARE,
  alerts: ALERTS,
  names: NAMES,
} as const;
