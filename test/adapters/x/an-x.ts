import { memorySpendStore } from '../../../functions/adapters/memory/spend-store.ts';
import type { XOptions } from '../../../functions/adapters/x/x-options.ts';
import { xSource } from '../../../functions/adapters/x/x-source.ts';
import { FAKE_TOKEN } from './fake-x.ts';

/** The source as it reads a server on loopback, with money enough. */
export function anX(host: string, differs: Partial<XOptions> = {}) {
  return xSource({
    bearerToken: FAKE_TOKEN,
    permissionAttested: true,
    monthlyBudgetUsd: 1_000,
    spent: memorySpendStore(),
    host,
    scheme: 'http',
    ...differs,
  });
}
