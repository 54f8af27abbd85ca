import { accountCreatedMs } from '../blocks/account-age.ts';
import { newAccount } from '../blocks/crowd.ts';
import { ordinaryTexts } from '../blocks/ordinary-text.ts';
import { ordinaryUptake } from '../blocks/ordinary-uptake.ts';
import { ALPHA, KMAX } from '../blocks/posts-an-account.ts';
import { rosterOf } from '../blocks/roster.ts';
import { tagged } from '../blocks/tagged.ts';
import { handEdited, textBank } from '../blocks/text-bank.ts';
import { timeOfDay } from '../blocks/time-of-day.ts';
import type { Chance } from '../chance.ts';
import type { Account, Draft } from '../draft.ts';
import { drawExponential } from '../draw/exponential.ts';
import { shuffle } from '../draw/shuffle.ts';
import { parameter, type ValuesOf } from '../parameter.ts';
import type { Scenario, ScenarioInput } from '../scenario.ts';
import { type Stage, stageOf } from '../stage.ts';

const PARAMETERS = {
  /** The crisis: people write under the tag all the while. */
  hours: parameter(12, 'E', 6, 72),
  trough: parameter(0.08, 'M', 0.02, 0.24),
  waves: parameter(4, 'E', 2, 8),
  /** From order to order the accounts of a wave write within this mean. */
  waveMinutes: parameter(8, 'E', 2, 30),
  /** Lines of one wave; every account of the wave sends them in the same order. */
  lines: parameter(3, 'E', 2, 6),
  /** Between one line of an account and its next. */
  paceMinutes: parameter(4, 'E', 1, 15),
  /** Accounts of the network that take part in one wave. */
  present: parameter(0.7, 'E', 0.3, 1),
  copies: parameter(0.8, 'E', 0.6, 0.95),
  /** Automatic religious posts in between, each another text. */
  filler: parameter(0.07, 'S'),
  /** Share of the network's accounts that were made in one month. */
  oneMonth: parameter(0.43, 'S'),
  monthAgeDays: parameter(400, 'E', 60, 1500),
  returnRate: parameter(0.6, 'E', 0.4, 0.8),
  alpha: ALPHA,
  kmax: KMAX,
} as const;
type Values = ValuesOf<typeof PARAMETERS>;

const USUAL_DOSE = 0.4;
const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

/** A crisis has its hashtag; from `startMs` an agency's network floods it, off topic, wave after wave. */
export const C8: Scenario<typeof PARAMETERS> = {
  id: 'C8',
  label: 'covert',
  title: 'amplifier network: hundreds post the same lines in the same order, in waves',
  parameters: PARAMETERS,
  daily: true,
  draft(input, values) {
    const stage = stageOf({ zone: 'SA', ...input }, 'C8');
    const corePosts = Math.max(1, Math.round(input.posts * (input.dose ?? USUAL_DOSE)));
    const times = stage.chance.fork('crisis');
    const span = { fromMs: input.startMs, toMs: input.startMs + values.hours * 60 * MINUTE_MS };
    return [
      ...networkPosts(stage, input, values, corePosts),
      ...ordinaryUptake(stage, input, {
        posts: input.posts - corePosts,
        law: values,
        role: 'background',
        nextTime: () => timeOfDay(times, span, stage.zone, values.trough),
      }),
    ];
  },
};

function networkPosts(
  stage: Stage,
  input: ScenarioInput,
  values: Values,
  posts: number,
): readonly Draft[] {
  const chance = stage.chance.fork('waves');
  const anAccount = values.waves * values.lines * values.present;
  const network = networkOf(stage, input, values, Math.max(1, Math.ceil(posts / anAccount)));
  const gapMs = (values.hours * 60 * MINUTE_MS) / values.waves;
  const drafts: Draft[] = [];
  for (let wave = 0; drafts.length < posts; wave += 1) {
    // The first wave opens the event; a network too small for its orders goes round once more.
    const late = wave === 0 ? 0 : chance.uniform() * 0.5 * gapMs;
    const startMs = input.startMs + (wave % values.waves) * gapMs + late;
    drafts.push(...waveOf(stage, chance, input, values, { startMs, network }));
  }
  return drafts.slice(0, posts);
}

type Wave = { readonly startMs: number; readonly network: readonly Account[] };

/** One order: those on duty send its lines, one after the other. */
function waveOf(
  stage: Stage,
  chance: Chance,
  input: ScenarioInput,
  values: Values,
  { startMs, network }: Wave,
): readonly Draft[] {
  const lines = textBank(chance, stage.lexicon, values.lines);
  const fillers = ordinaryTexts(chance, stage.lexicon);
  const onDuty = shuffle(chance, network).slice(0, Math.ceil(network.length * values.present));
  const textOf = (line: string) => {
    const kind = chance.uniform();
    if (kind < values.filler) return fillers();
    return kind < values.filler + values.copies ? line : handEdited(chance, stage.lexicon, line);
  };
  return onDuty.flatMap((account) => {
    let atMs = startMs + drawExponential(chance, values.waveMinutes * MINUTE_MS);
    return lines.map((line): Draft => {
      const draft = { atMs, account, text: tagged(textOf(line), input.hashtag) };
      atMs += drawExponential(chance, values.paceMinutes * MINUTE_MS);
      return { ...draft, repost: false, role: 'core', deletedMs: null };
    });
  });
}

/** Six of ten served before; of all accounts a batch shares one month. */
function networkOf(
  stage: Stage,
  input: ScenarioInput,
  values: Values,
  size: number,
): readonly Account[] {
  const chance = stage.chance.fork('network');
  const monthMs = input.startMs - values.monthAgeDays * DAY_MS;
  const newcomer = () => {
    const createdMs =
      chance.uniform() < values.oneMonth
        ? Math.floor(monthMs - chance.uniform() * 30 * DAY_MS)
        : accountCreatedMs(chance, input.startMs, 'active');
    return newAccount(chance, createdMs);
  };
  const { returning } = input;
  return rosterOf(chance, { accounts: size, returning, returnRate: values.returnRate, newcomer });
}
