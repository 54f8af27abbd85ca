import { BURST } from '../../functions/settings/burst.ts';
import { FRESH_DETECTOR, type Observation, observeAll } from '../../functions/signals/burst.ts';
import { type Chance, chanceFrom } from '../simulator/chance.ts';
import {
  drawVolume,
  type InjectedBurst,
  POLLS_A_DAY,
  VOLUME_SCENARIOS,
  type VolumeScenario,
} from './hashtag-volume.ts';

const DAYS = 90;
const NULL_TAGS = 100;
const BURST_TAGS = 40;
const POLL_MINUTES = 5;
const DAYS_A_MONTH = 30;

/** What is injected, in turn, each ten days from the twentieth on. */
const KINDS = [
  { name: 'x3 for 60 min', multiple: 3, polls: 12 },
  { name: 'x10 for 30 min', multiple: 10, polls: 6 },
] as const;
const FIRST_DAY = 20;
const EVERY_DAYS = 10;

/** False alarms on hashtags that nobody pushes, and the share of injected bursts that is seen. */
export function benchNull(): string {
  return [
    `${NULL_TAGS} null hashtags a scenario and ${BURST_TAGS} with six bursts each, ${DAYS} days, the first day included; ` +
      'power and median delay to the end of the bucket that raised a notice while the burst lasted.',
    '',
    `| scenario | notices a tag-month | alerts a tag-month | ${KINDS.map(({ name }) => name).join(' | ')} |`,
    '| --- | --- | --- | --- | --- |',
    ...VOLUME_SCENARIOS.map(rowOf),
  ].join('\n');
}

function rowOf(scenario: VolumeScenario): string {
  const chance = chanceFrom(scenario.name);
  const seen = { notice: 0, alert: 0 };
  for (let tag = 0; tag < NULL_TAGS; tag++) {
    for (const one of watch(scenario, [], chance.fork(`null ${tag}`))) {
      if (one.notice) seen.notice += 1;
      if (one.alert) seen.alert += 1;
    }
  }
  const months = (NULL_TAGS * DAYS) / DAYS_A_MONTH;
  const rates = [seen.notice, seen.alert].map((alarms) => (alarms / months).toFixed(3));
  const power = delays(scenario, chance.fork('bursts')).map(powerCell);
  return `| ${scenario.name} | ${rates.join(' | ')} | ${power.join(' | ')} |`;
}

/** For each kind the polls until each burst was seen, undefined where it was not. */
function delays(scenario: VolumeScenario, chance: Chance): readonly (number | undefined)[][] {
  const found: (number | undefined)[][] = KINDS.map(() => []);
  for (let tag = 0; tag < BURST_TAGS; tag++) {
    const own = chance.fork(`${tag}`);
    const bursts = drawBursts(own);
    const observations = watch(scenario, bursts, own);
    for (const [index, { first, polls }] of bursts.entries()) {
      const at = observations.slice(first, first + polls).findIndex((one) => one.notice);
      found[index % KINDS.length]?.push(at < 0 ? undefined : at + 1);
    }
  }
  return found;
}

function drawBursts(chance: Chance): readonly InjectedBurst[] {
  return Array.from({ length: 6 }, (_, index) => {
    const kind = KINDS[index % KINDS.length] ?? KINDS[0];
    const day = FIRST_DAY + index * EVERY_DAYS;
    return { ...kind, first: Math.floor((day + chance.uniform()) * POLLS_A_DAY) };
  });
}

function watch(
  scenario: VolumeScenario,
  bursts: readonly InjectedBurst[],
  chance: Chance,
): readonly Observation[] {
  const firstMs = Date.UTC(2026, 0, 5);
  const buckets = drawVolume(scenario, DAYS, bursts, chance).map((posts, poll) => ({
    startMs: firstMs + poll * POLL_MINUTES * 60_000,
    posts,
  }));
  return observeAll(FRESH_DETECTOR, buckets, BURST).observations.filter((one) => one !== null);
}

function powerCell(polls: readonly (number | undefined)[]): string {
  const seen = polls.filter((one) => one !== undefined).sort((one, other) => one - other);
  const median = seen[Math.floor(seen.length / 2)];
  const share = (seen.length / polls.length).toFixed(2);
  return median === undefined ? share : `${share} @ ${median * POLL_MINUTES} min`;
}
