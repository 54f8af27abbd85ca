import type { DetectorState } from '../../functions/model/baseline.ts';
import { BURST } from '../../functions/settings/burst.ts';
import { type Observation, observeAll } from '../../functions/signals/burst.ts';
import { type Chance, chanceFrom } from '../simulator/chance.ts';
import {
  drawCounts,
  drawCourse,
  POLLS_A_DAY,
  VOLUME_SCENARIOS,
  type VolumeScenario,
} from './hashtag-volume.ts';
import { STARTS, type Start } from './starts.ts';

const TAGS = 200;
const DAYS = 7;
const WEEK = DAYS * POLLS_A_DAY;
const BURST_POLLS = 6;
const MULTIPLE = 10;
const FIRST_MS = Date.UTC(2026, 0, 5);
const POLL_MS = 300_000;

type Tally = { notices: number; alerts: number; noticed: number; alerted: number };

/** What a watch's start is worth: false alarms in its first week, and bursts seen on its first day. */
export function benchStart(tags = TAGS): string {
  const starts = STARTS;
  return [
    `${tags} hashtags a scenario that nobody pushes, watched after a week that the start may know of. False alarms ` +
      'of the first week a tag-week, notices / alerts; share of bursts seen while they lasted, x10 for 30 min at any ' +
      'time of the first day, as notice / alert.',
    '',
    `| start | ${VOLUME_SCENARIOS.map(({ name }) => name).join(' | ')} |`,
    `| --- | ${VOLUME_SCENARIOS.map(() => '---').join(' | ')} |`,
    ...starts.map(
      (start) =>
        `| ${start.name} | ${VOLUME_SCENARIOS.map((one) => cellOf(one, start, tags)).join(' | ')} |`,
    ),
  ].join('\n');
}

function cellOf(scenario: VolumeScenario, start: Start, tags: number): string {
  const tally: Tally = { notices: 0, alerts: 0, noticed: 0, alerted: 0 };
  const chance = chanceFrom(`start ${scenario.name}`);
  for (let tag = 0; tag < tags; tag += 1) watchTag(scenario, start, chance.fork(`${tag}`), tally);
  const week = (alarms: number) => (alarms / tags).toFixed(3);
  const seen = (bursts: number) => (bursts / tags).toFixed(2);
  return `${week(tally.notices)} / ${week(tally.alerts)}; ${seen(tally.noticed)} / ${seen(tally.alerted)}`;
}

function watchTag(scenario: VolumeScenario, start: Start, chance: Chance, tally: Tally): void {
  const course = drawCourse(scenario, 2 * DAYS, chance.fork('usual'));
  const counts = course.counts.slice(WEEK);
  const begun = start.state(course.counts.slice(0, WEEK), FIRST_MS);
  for (const one of observed(begun, counts)) {
    if (one.notice) tally.notices += 1;
    if (one.alert) tally.alerts += 1;
  }
  const first = Math.floor(chance.uniform() * (POLLS_A_DAY - BURST_POLLS));
  const multiples = new Array<number>(BURST_POLLS).fill(MULTIPLE);
  const pushed = drawCounts(course, WEEK + first, multiples, chance.fork('pushed'));
  const until = first + BURST_POLLS;
  const during = observed(begun, [...counts.slice(0, first), ...pushed]).slice(first, until);
  if (during.some(({ notice }) => notice)) tally.noticed += 1;
  if (during.some(({ alert }) => alert)) tally.alerted += 1;
}

function observed(state: DetectorState, counts: readonly number[]): readonly Observation[] {
  const buckets = counts.map((posts, poll) => ({
    startMs: FIRST_MS + (WEEK + poll) * POLL_MS,
    posts,
  }));
  return observeAll(state, buckets, BURST).observations.filter((one) => one !== null);
}

if (import.meta.main) process.stdout.write(`${benchStart()}\n`);
