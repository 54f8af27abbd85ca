import { accountCreatedMs } from '../blocks/account-age.ts';
import { newAccount } from '../blocks/crowd.ts';
import { ordinaryTexts, sentence, type TextLengths } from '../blocks/ordinary-text.ts';
import { ordinaryUptake } from '../blocks/ordinary-uptake.ts';
import { ALPHA, authorsOf, KMAX } from '../blocks/posts-an-account.ts';
import { withReturning } from '../blocks/roster.ts';
import { tagged } from '../blocks/tagged.ts';
import type { Account, Draft } from '../draft.ts';
import { drawExponential } from '../draw/exponential.ts';
import { drawGamma } from '../draw/gamma.ts';
import { pick } from '../draw/pick.ts';
import { parameter, type ValuesOf } from '../parameter.ts';
import type { Scenario, ScenarioInput } from '../scenario.ts';
import { type Stage, stageOf } from '../stage.ts';

const PARAMETERS = {
  delayShape: parameter(1.2, 'E', 1, 2),
  delayScaleSeconds: parameter(60, 'E', 20, 180),
  /** Share of the members' posts that carry a slogan of the channel. */
  sloganShare: parameter(0.5, 'E', 0.2, 0.8),
  slogans: parameter(10, 'E', 3, 30),
  /** Others see the price move. */
  uptakeMinutes: parameter(30, 'E', 10, 120),
  /** Members who took part in an earlier pump of the same channel. */
  returnRate: parameter(0.3, 'E', 0.1, 0.6),
  memberAlpha: parameter(2.9, 'E', 2.3, 3.5),
  memberKmax: parameter(20, 'E'),
  alpha: ALPHA,
  kmax: KMAX,
} as const;
type Values = ValuesOf<typeof PARAMETERS>;

const USUAL_DOSE = 0.6;
const MINUTE_MS = 60_000;
const SHORT: TextLengths = { low: 4, median: 8, high: 16 };

/** After days of countdown a channel of a thousand members learns at `startMs` which name to push. */
export const C10: Scenario<typeof PARAMETERS> = {
  id: 'C10',
  label: 'covert',
  title: 'cashtag pump: a channel learns the name at one moment and cries it out at once',
  parameters: PARAMETERS,
  draft(input, values) {
    const stage = stageOf(input, 'C10');
    const corePosts = Math.max(1, Math.round(input.posts * (input.dose ?? USUAL_DOSE)));
    const times = stage.chance.fork('uptake times');
    return [
      ...memberPosts(stage, input, values, corePosts),
      ...ordinaryUptake(stage, input, {
        posts: input.posts - corePosts,
        law: values,
        role: 'uptake',
        nextTime: () => input.startMs + drawExponential(times, values.uptakeMinutes * MINUTE_MS),
      }),
    ];
  },
};

function memberPosts(
  stage: Stage,
  input: ScenarioInput,
  values: Values,
  posts: number,
): readonly Draft[] {
  const chance = stage.chance.fork('members');
  const law = { alpha: values.memberAlpha, kmax: values.memberKmax };
  const nextText = pumpTexts(stage, values);
  const delayMs = () => 1000 * drawGamma(chance, values.delayShape, values.delayScaleSeconds);
  const made = authorsOf(chance, posts, law, memberAccounts(stage, input));
  const { returning } = input;
  const before = { returning, returnRate: values.returnRate };
  return withReturning(chance, made, before).map((account) => ({
    atMs: input.startMs + delayMs(),
    account,
    text: tagged(nextText(), input.hashtag),
    repost: false,
    role: 'core',
    deletedMs: null,
  }));
}

/** Ticker and slogan, or ticker and a few words of their own. */
function pumpTexts(stage: Stage, values: Values): () => string {
  const chance = stage.chance.fork('pump texts');
  const ticker = `$${pick(chance, stage.lexicon.words).toUpperCase()}`;
  const slogans = Array.from({ length: values.slogans }, () =>
    sentence(chance, stage.lexicon, 4 + Math.floor(chance.uniform() * 6)),
  );
  const own = ordinaryTexts(chance, stage.lexicon, SHORT);
  return () => `${ticker} ${chance.uniform() < values.sloganShare ? pick(chance, slogans) : own()}`;
}

function memberAccounts(stage: Stage, input: ScenarioInput): () => Account {
  const chance = stage.chance.fork('member accounts');
  return () => newAccount(chance, accountCreatedMs(chance, input.startMs, 'active'));
}
