import { accountCreatedMs } from '../blocks/account-age.ts';
import { answerTimes } from '../blocks/answer-times.ts';
import { answers } from '../blocks/answers.ts';
import { newAccount } from '../blocks/crowd.ts';
import { editedLines } from '../blocks/edited-lines.ts';
import { ordinaryDeletion } from '../blocks/ordinary-deletion.ts';
import { ALPHA, KMAX } from '../blocks/posts-an-account.ts';
import { rosterOf } from '../blocks/roster.ts';
import { tagged } from '../blocks/tagged.ts';
import {
  LIST_ACCOUNTS,
  LIST_MINUTES,
  LIST_POSTS,
  LIST_STAY_MINUTES,
  listedAtMs,
} from '../blocks/trend-list.ts';
import type { Account, Draft } from '../draft.ts';
import { drawExponential } from '../draw/exponential.ts';
import { parameter, type ValuesOf } from '../parameter.ts';
import type { Scenario, ScenarioInput } from '../scenario.ts';
import { type Stage, stageOf } from '../stage.ts';

const PARAMETERS = {
  postsAnAccount: parameter(6.3, 'P', 4, 9),
  /** They come in one after the other; by the end of this the tag is listed, or was missed. */
  joinMinutes: parameter(160, 'E', 60, 240),
  listAccounts: LIST_ACCOUNTS,
  listPosts: LIST_POSTS,
  listMinutes: LIST_MINUTES,
  stayMinutes: LIST_STAY_MINUTES,
  /** Until one has seen that the tag is listed, and stops. */
  stopMinutes: parameter(3, 'E', 1, 10),
  /** Share of the uptake that comes before the tag is listed. */
  earlyShare: parameter(0.15, 'E', 0.05, 0.3),
  nearCopies: parameter(0.15, 'E', 0.05, 0.3),
  lines: parameter(10, 'E', 5, 20),
  returnRate: parameter(0.6, 'E', 0.4, 0.9),
  repostShare: parameter(0.5, 'E', 0, 0.8),
  alpha: ALPHA,
  kmax: KMAX,
} as const;
type Values = ValuesOf<typeof PARAMETERS>;

const USUAL_DOSE = 0.5;
/** Posts before listing at which the counts of the list hold as they stand; others scale them. */
const FULL_SIZE = 5200;
const MINUTE_MS = 60_000;

/** From `startMs` hired accounts push a hashtag until it is on the list of trends, then stop. */
export const C5: Scenario<typeof PARAMETERS> = {
  id: 'C5',
  label: 'covert',
  title: 'hired influencers: they post until the tag is listed, then stop',
  parameters: PARAMETERS,
  daily: true,
  draft(input, values) {
    const stage = stageOf({ zone: 'KE', ...input }, 'C5');
    const corePosts = Math.max(1, Math.round(input.posts * (input.dose ?? USUAL_DOSE)));
    const orders = hiredPosts(stage, input, values, corePosts);
    const others = Math.max(0, input.posts - corePosts);
    const early = answerTimes(
      stage.chance.fork('early'),
      orders,
      Math.round(others * values.earlyShare),
      values.listMinutes * MINUTE_MS,
    );
    const { listedMs, core } = untilListed(stage, input, values, { orders, early });
    const late = stage.chance.fork('late');
    const meanMs = (values.stayMinutes / Math.LN2) * MINUTE_MS;
    const times = [
      ...early,
      ...Array.from(
        { length: others - early.length },
        () => listedMs + drawExponential(late, meanMs),
      ),
    ];
    const { repostShare } = values;
    return [...core, ...answers(stage, input, { to: core, times, repostShare, law: values })];
  },
};

/** What they would write if nothing stopped them: a quarter more than is wanted. */
function hiredPosts(
  stage: Stage,
  input: ScenarioInput,
  values: Values,
  posts: number,
): readonly Draft[] {
  const chance = stage.chance.fork('core');
  const newcomer = () => newAccount(chance, accountCreatedMs(chance, input.startMs, 'active'));
  const hired = rosterOf(chance, {
    accounts: Math.max(1, Math.round(posts / values.postsAnAccount)),
    returning: input.returning,
    returnRate: values.returnRate,
    newcomer,
  });
  const nextText = editedLines(stage.chance.fork('influencer texts'), stage.lexicon, values);
  // While they come in evenly, half of the time has passed for each on average.
  const gapMs = (values.joinMinutes / 2 / values.postsAnAccount) * MINUTE_MS;
  const endMs = input.startMs + 2 * values.joinMinutes * MINUTE_MS;
  const drafts = hired.flatMap((account) => {
    const joinedMs = input.startMs + chance.uniform() * values.joinMinutes * MINUTE_MS;
    const own: Draft[] = [];
    for (let atMs = joinedMs; atMs < endMs; atMs += drawExponential(chance, gapMs)) {
      const text = tagged(nextText(), input.hashtag);
      const deletedMs = ordinaryDeletion(chance, atMs);
      own.push({ atMs, account, text, repost: false, role: 'core', deletedMs });
    }
    return own;
  });
  return drafts.toSorted((one, other) => one.atMs - other.atMs).slice(0, Math.ceil(1.25 * posts));
}

type Push = { readonly orders: readonly Draft[]; readonly early: readonly number[] };

/** The counts of the list, for an event of this size; a tag that misses it is pushed to the end. */
function untilListed(stage: Stage, input: ScenarioInput, values: Values, { orders, early }: Push) {
  const chance = stage.chance.fork('stop');
  const scale = (orders.length / 1.25 + early.length) / FULL_SIZE;
  const strangers = early.map((atMs, at) => ({
    atMs,
    account: { id: `early ${at}`, createdMs: input.startMs },
  }));
  const rule = {
    accounts: values.listAccounts * scale,
    posts: values.listPosts * scale,
    windowMs: values.listMinutes * MINUTE_MS,
  };
  const lastMs = orders.at(-1)?.atMs ?? input.startMs;
  const listedMs = listedAtMs([...orders, ...strangers], rule) ?? lastMs;
  const stops = new Map<Account, number>();
  const stopOf = (account: Account) => {
    const stopMs =
      stops.get(account) ?? listedMs + drawExponential(chance, values.stopMinutes * MINUTE_MS);
    stops.set(account, stopMs);
    return stopMs;
  };
  return { listedMs, core: orders.filter(({ atMs, account }) => atMs <= stopOf(account)) };
}
