import * as z from 'zod';
import { SourceError } from '../../model/errors.ts';
import { type NetAnswer, netClient } from '../net/net-client.ts';
import { parseJson } from '../net/parse-json.ts';
import { type Charged, type Spending, spending } from './spending.ts';
import type { XOptions } from './x-options.ts';

/** In 2026 X renamed tweets to posts, parameters too; a server may know only one of the names. */
export type Naming = 'post' | 'tweet';

type XQuestion<T> = {
  readonly path: string;
  readonly params: (naming: Naming) => Readonly<Record<string, string>>;
  readonly allowance: keyof typeof ALLOWANCES;
  /** What the answer costs at most, millionths of a US dollar. */
  readonly most: number;
  readonly read: (body: unknown) => Charged<T>;
};

export type XClient = {
  /** @throws {SourceError} if there is no answer, or no money for one */
  ask<T>(question: XQuestion<T>, nowMs: number): Promise<T>;
};

const QUARTER_MS = 900_000;

/** Requests of an app in 15 minutes, until X's own headers say otherwise. */
const ALLOWANCES = {
  counts: { requests: 300, windowMs: QUARTER_MS },
  search: { requests: 450, windowMs: QUARTER_MS },
  lookup: { requests: 300, windowMs: QUARTER_MS },
  trends: { requests: 75, windowMs: QUARTER_MS },
} as const;

/** X's API, paid for. */
export function xClient(options: XOptions): XClient {
  const { host = 'api.x.com', credential = 'x:app' } = options;
  const net = netClient(host, {
    credential,
    allowances: ALLOWANCES,
    headers: { authorization: `Bearer ${options.bearerToken}` },
    ...(options.ledger && { ledger: options.ledger }),
    ...(options.scheme && { scheme: options.scheme }),
    ...(options.fetch && { fetch: options.fetch }),
    ...(options.timeoutMs && { timeoutMs: options.timeoutMs }),
    ...(options.random && { random: options.random }),
    ...(options.clock && { clock: options.clock }),
  });
  const purse: Spending = spending({
    store: options.spent,
    credential,
    monthlyBudgetUsd: options.monthlyBudgetUsd,
  });
  let naming: Naming = 'post';

  async function send(question: XQuestion<unknown>, nowMs: number): Promise<unknown> {
    const { path, params, allowance } = question;
    const query = new URLSearchParams(params(naming)).toString();
    const answer = await net.ask(query === '' ? path : `${path}?${query}`, nowMs, { allowance });
    if (answer.status === 200) return parseJson(net, answer);
    if (naming === 'tweet' || !refusesNaming(answer)) throw refused(answer);
    naming = 'tweet';
    return send(question, nowMs);
  }

  return {
    ask: (question, nowMs) =>
      purse.pay(nowMs, question.most, () => send(question, nowMs), question.read),
  };
}

function refusesNaming({ status, body }: NetAnswer): boolean {
  return status === 400 && body.includes('post.fields');
}

const REASONS: Readonly<Record<number, string>> = {
  400: 'x does not understand the question',
  401: 'x does not accept the bearer token',
  402: "x says that the app's credits are used up",
  403: 'x does not allow the app to ask this',
  404: 'x knows nothing at this address',
};

const Problem = z.object({ title: z.string().max(80) });

function refused(answer: NetAnswer): SourceError {
  const reason = REASONS[answer.status] ?? `x refused the question with status ${answer.status}`;
  const title = titleOf(answer.body);
  return new SourceError(title === undefined ? reason : `${reason}: ${title}`, {
    retryable: false,
  });
}

function titleOf(body: string): string | undefined {
  try {
    return Problem.safeParse(JSON.parse(body)).data?.title;
  } catch {
    return undefined;
  }
}
