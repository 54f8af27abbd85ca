import { afterAll, beforeAll } from 'vitest';
import { describeDynamoStores } from '../../ports/dynamo-stores.contract.ts';
import { startDynalite, type TestDatabase } from '../../support/dynamodb.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await startDynalite();
});
afterAll(() => database.stop());

describeDynamoStores('dynalite', () => database);
