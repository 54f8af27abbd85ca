import { dynamoAuthorStore } from '../../functions/adapters/dynamodb/author-store.ts';
import { dynamoBaselineStore } from '../../functions/adapters/dynamodb/baseline-store.ts';
import { dynamoBurstStore } from '../../functions/adapters/dynamodb/burst-store.ts';
import { dynamoCheckStore } from '../../functions/adapters/dynamodb/check-store.ts';
import { dynamoDeliveryLog } from '../../functions/adapters/dynamodb/delivery-log.ts';
import { dynamoEventStore } from '../../functions/adapters/dynamodb/event-store.ts';
import { dynamoIngestStore } from '../../functions/adapters/dynamodb/ingest-store.ts';
import { dynamoLedger } from '../../functions/adapters/dynamodb/ledger.ts';
import { dynamoPostStore } from '../../functions/adapters/dynamodb/post-store.ts';
import { dynamoSpendStore } from '../../functions/adapters/dynamodb/spend-store.ts';
import { dynamoTideStore } from '../../functions/adapters/dynamodb/tide-store.ts';
import { dynamoTrendStore } from '../../functions/adapters/dynamodb/trend-store.ts';
import { dynamoWatchStore } from '../../functions/adapters/dynamodb/watch-store.ts';
import type { TestDatabase } from '../support/dynamodb.ts';
import { describeAuthorStore } from './author-store.contract.ts';
import { describeBaselineStore } from './baseline-store.contract.ts';
import { describeBurstStore } from './burst-store.contract.ts';
import { describeCheckStore } from './check-store.contract.ts';
import { describeDeliveryLog } from './delivery-log.contract.ts';
import { describeEventStore } from './event-store.contract.ts';
import { describeIngestStore } from './ingest-store.contract.ts';
import { describeLedger } from './ledger.contract.ts';
import { describePostStore } from './post-store.contract.ts';
import { describeSpendStore } from './spend-store.contract.ts';
import { describeTideStore } from './tide-store.contract.ts';
import { describeTrendStore } from './trend-store.contract.ts';
import { describeWatchStore } from './watch-store.contract.ts';

/** Puts every store to its contract on one database, each test on tables of its own. */
export function describeDynamoStores(name: string, database: () => TestDatabase) {
  async function open() {
    const { client, freshTables } = database();
    return { client, tables: await freshTables() };
  }
  describeWatchStore(name, async () => {
    const { client, tables } = await open();
    return dynamoWatchStore(client, tables.watches);
  });
  describeTrendStore(name, async () => {
    const { client, tables } = await open();
    return dynamoTrendStore(client, tables.watches);
  });
  describeBaselineStore(name, async () => {
    const { client, tables } = await open();
    return dynamoBaselineStore(client, tables.baselines);
  });
  describeBurstStore(name, async () => {
    const { client, tables } = await open();
    return dynamoBurstStore(client, tables.bursts);
  });
  describePostStore(name, async () => {
    const { client, tables } = await open();
    return dynamoPostStore(client, tables.posts);
  });
  describeIngestStore(name, async () => {
    const { client, tables } = await open();
    return dynamoIngestStore(client, tables.posts);
  });
  describeCheckStore(name, async () => {
    const { client, tables } = await open();
    return dynamoCheckStore(client, tables.bursts);
  });
  describeAuthorStore(name, async () => {
    const { client, tables } = await open();
    return dynamoAuthorStore(client, tables.bursts);
  });
  describeEventStore(name, async () => {
    const { client, tables } = await open();
    return dynamoEventStore(client, tables.bursts);
  });
  describeTideStore(name, async () => {
    const { client, tables } = await open();
    return dynamoTideStore(client, tables.bursts);
  });
  describeDeliveryLog(name, async () => {
    const { client, tables } = await open();
    return dynamoDeliveryLog(client, tables.bursts);
  });
  describeSpendStore(name, async () => {
    const { client, tables } = await open();
    return dynamoSpendStore(client, tables.bursts);
  });
  describeLedger(name, async () => {
    const { client, tables } = await open();
    return dynamoLedger(client, tables.bursts);
  });
}
