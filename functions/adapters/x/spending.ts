import { SettingsError, SourceError } from '../../model/errors.ts';
import type { SpendStore } from '../../ports/spend-store.ts';
import { MICRO } from './prices.ts';

export type SpendingOptions = {
  readonly store: SpendStore;
  readonly credential: string;
  readonly monthlyBudgetUsd: number;
};

/** What an answer came to, millionths of a US dollar; undefined where nothing is charged because there was none. */
export type Charged<T> = { readonly value: T; readonly cost: number };

export type Spending = {
  /**
   * Asks what costs `most` at most, and counts what it cost. Nothing is asked that the month's
   * budget could not bear. A question that fails costs nothing; of an answer that could not be read
   * `read` throws, and the whole reservation stays counted.
   *
   * @throws {SourceError} not retryable, `retryAtMs` the first of next month, where the budget is spent
   */
  pay<A, T>(
    nowMs: number,
    most: number,
    ask: () => Promise<A>,
    read: (answer: A) => Charged<T>,
  ): Promise<T>;
};

/** @throws {SettingsError} if the budget is none */
export function spending({ store, credential, monthlyBudgetUsd }: SpendingOptions): Spending {
  if (!(monthlyBudgetUsd > 0 && monthlyBudgetUsd < 1e9))
    throw new SettingsError('x requires a monthly budget of more than 0 US dollars');
  const budget = Math.floor(monthlyBudgetUsd * MICRO);
  return {
    async pay(nowMs, most, ask, read) {
      const of = { credential, month: monthOf(nowMs) };
      if (!(await store.reserve(of, most, budget)))
        throw budgetSpent(await store.spent(of), most, budget, nowMs);
      const answer = await ask().catch(async (error: unknown) => {
        await store.settle(of, -most);
        throw error;
      });
      const { value, cost } = read(answer);
      if (cost !== most) await store.settle(of, cost - most);
      return value;
    },
  };
}

function monthOf(ms: number): string {
  return new Date(ms).toISOString().slice(0, 7);
}

function budgetSpent(spent: number, asked: number, budget: number, nowMs: number): SourceError {
  const now = new Date(nowMs);
  const retryAtMs = Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + 1);
  return new SourceError(
    `x: ${usd(spent)} of this month's budget of ${usd(budget)} US dollars are spent, and the next request may cost ${usd(asked)}: no more is asked until ${new Date(retryAtMs).toISOString().slice(0, 10)}`,
    { retryable: false, retryAtMs },
  );
}

function usd(amount: number): string {
  return (amount / MICRO).toFixed(amount % 10_000 === 0 ? 2 : 3);
}
