import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dynamoLedger } from '../../../functions/adapters/dynamodb/ledger.ts';
import { startDynalite, type TestDatabase } from '../../support/dynamodb.ts';
import { hasJava, startDynamoDbLocal } from '../../support/dynamodb-local.ts';
import { pollTogether, type Together } from './poll-together.ts';

const MINUTE_MS = 60_000;

/** The server's own count is the judge: never more than it grants, and little left lying. */
async function expectKept(together: Together, database: TestDatabase): Promise<void> {
  const { bursts } = await database.freshTables();
  const server = await pollTogether(together, () => dynamoLedger(database.connect(), bursts));
  const counted = server.counted().map(({ requests }) => requests);
  await server.close();

  expect(server.refused()).toBe(0);
  expect(Math.max(...counted)).toBeLessThanOrEqual(together.limit);
  const whole = counted.slice(1, -1);
  expect(whole.length).toBeGreaterThanOrEqual(2);
  expect(Math.min(...whole)).toBeGreaterThanOrEqual(0.8 * together.limit);
}

describe('ten pollers on one credential', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await startDynalite();
  });
  afterAll(() => database.stop());

  // At 380 to 400 a minute a window is spent just as it ends: requests under way are counted in the next.
  it.each`
    style         | limit  | windowMs          | fromFirst | skewMs             | seed
    ${'mastodon'} | ${300} | ${5 * MINUTE_MS}  | ${false}  | ${10 * MINUTE_MS}  | ${1}
    ${'mastodon'} | ${380} | ${MINUTE_MS}      | ${false}  | ${-10 * MINUTE_MS} | ${4}
    ${'x'}        | ${300} | ${15 * MINUTE_MS} | ${true}   | ${-10 * MINUTE_MS} | ${1}
    ${'x'}        | ${15}  | ${15 * MINUTE_MS} | ${true}   | ${0}               | ${2}
    ${'bluesky'}  | ${400} | ${MINUTE_MS}      | ${true}   | ${10 * MINUTE_MS}  | ${3}
    ${'seconds'}  | ${390} | ${MINUTE_MS}      | ${false}  | ${-10 * MINUTE_MS} | ${2}
  `(
    'use $limit requests in $windowMs ms, told as $style does, its clock $skewMs ms ahead',
    async (row) => {
      await expectKept({ ...row, windows: 5 }, database);
    },
    60_000,
  );
});

describe.skipIf(!hasJava())('ten pollers on one credential, on DynamoDB Local', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await startDynamoDbLocal();
  });
  afterAll(() => database?.stop());

  it('use what Mastodon grants, and no more', async () => {
    const mastodon = { style: 'mastodon', limit: 300, windowMs: 5 * MINUTE_MS } as const;
    await expectKept({ ...mastodon, skewMs: 10 * MINUTE_MS, windows: 4, seed: 7 }, database);
  }, 120_000);
});
