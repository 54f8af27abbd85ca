import { SettingsError } from '../model/errors.ts';
import type { Source } from '../ports/source.ts';
import { dynamoSpendStore } from './dynamodb/spend-store.ts';
import { localScheme } from './local-scheme.ts';
import { readSecret } from './secrets/read-secret.ts';
import type { NetNeeds, SharedState } from './shared-state.ts';
import type { Variables } from './why-off.ts';
import { xSource } from './x/x-source.ts';

/** Three hashtags at five minutes cost 130 a month: nobody should pay more without having said so. */
const BUDGET_USD = 10;

/** X with an app of the operator's. @throws {SettingsError} if it is set up wrong */
export async function openX(
  variables: Variables,
  { client, burstsTable }: Omit<SharedState, 'postsTable'>,
  net: Partial<NetNeeds>,
): Promise<Source> {
  const { X_SECRET_ID, X_BEARER_TOKEN = '', X_HOST: host } = variables;
  return xSource({
    ...net,
    permissionAttested: true,
    bearerToken: X_SECRET_ID ? await readSecret(X_SECRET_ID) : X_BEARER_TOKEN,
    monthlyBudgetUsd: budgetOf(variables.X_MONTHLY_BUDGET_USD),
    spent: dynamoSpendStore(client, burstsTable),
    ...(host !== undefined && { host }),
    ...localScheme(host === undefined ? [] : [host], variables),
  });
}

function budgetOf(text: string | undefined): number {
  const budget = text === undefined || text.trim() === '' ? BUDGET_USD : Number(text);
  if (budget >= 0 && Number.isFinite(budget)) return budget;
  throw new SettingsError(
    `X_MONTHLY_BUDGET_USD is required to be an amount of US dollars, such as 25; found "${text}"`,
  );
}
