import type { Chance } from '../simulator/chance.ts';
import { DAYS, FIRST_MS, POLL_MS } from './calendar.ts';
import type { Detector, Poll, Running } from './detector.ts';
import { drawCourse, POLLS_A_DAY, type VolumeScenario } from './hashtag-volume.ts';
import { BURST_POLLS, type Tally } from './tally.ts';
import { type Replaced, TRIALS } from './trials.ts';

type Planned = Replaced & { readonly name: string };

/**
 * Plays 90 days of one hashtag that nobody pushes, and adds what each detector says to its tallies. Each trial
 * happens to a copy of the detector as it stood at that moment, so every one meets a past without any other.
 */
export function playTag(
  scenario: VolumeScenario,
  chance: Chance,
  detectors: readonly Detector[],
  tallies: readonly (readonly Tally[])[],
): void {
  const course = drawCourse(scenario, DAYS, chance.fork('course'));
  const polls = course.counts.map((posts, poll) => ({ startMs: startOf(poll), posts }));
  const planned = TRIALS.flatMap((trial) =>
    Array.from({ length: trial.times }, (_, time) => ({
      name: trial.name,
      ...trial.draw(course, chance.fork(`${trial.name} ${time}`)),
    })),
  ).sort((one, other) => one.first - other.first);
  for (const [index, detector] of detectors.entries()) {
    addPlay(detector, polls, planned, tallies[index] ?? []);
  }
}

function addPlay(
  detector: Detector,
  polls: readonly Poll[],
  planned: readonly Planned[],
  tallies: readonly Tally[],
): void {
  const running = detector.fresh();
  const alarms: number[][] = detector.levels.map(() => []);
  const went: (readonly (readonly number[])[])[] = [];
  let at = 0;
  const goOn = (to: number) => {
    for (const [level, rows] of running.run(polls.slice(at, to)).entries()) {
      alarms[level]?.push(...rows.map((row) => at + row));
    }
    at = to;
  };
  for (const trial of planned) {
    goOn(trial.first);
    went.push(alarmsIn(trial, running.fork()));
  }
  goOn(polls.length);
  for (const [level, tally] of tallies.entries()) {
    const own = alarms[level] ?? [];
    addNull(tally, own);
    for (const [index, trial] of planned.entries()) {
      addTrial(tally, trial, went[index]?.[level] ?? [], own);
    }
  }
}

function alarmsIn({ first, counts }: Planned, running: Running): readonly (readonly number[])[] {
  return running.run(
    counts.map((count, row) =>
      count === null ? null : { startMs: startOf(first + row), ...count },
    ),
  );
}

function addNull(tally: Tally, alarms: readonly number[]): void {
  tally.tags += 1;
  for (const [days, sums] of [
    [DAYS, tally.whole],
    [7, tally.firstWeek],
    [1, tally.firstDay],
  ] as const) {
    const many = alarms.filter((poll) => poll < days * POLLS_A_DAY).length;
    sums.alarms += many;
    sums.squares += many * many;
  }
}

function addTrial(
  { trials }: Tally,
  { name, first, counts }: Planned,
  raised: readonly number[],
  usual: readonly number[],
): void {
  const tally = trials[name];
  if (tally === undefined) throw new Error(`no tally of ${name}`);
  const [earliest] = raised;
  tally.trials += 1;
  tally.alarms += raised.length;
  tally.usual += usual.filter((poll) => poll >= first && poll < first + counts.length).length;
  if (earliest === undefined) return;
  tally.seen += 1;
  const slot = Math.min(earliest, BURST_POLLS - 1);
  tally.delays[slot] = (tally.delays[slot] ?? 0) + 1;
}

function startOf(poll: number): number {
  return FIRST_MS + poll * POLL_MS;
}
