import { openTables } from './adapters/clients.ts';
import { dynamoBaselineStore } from './adapters/dynamodb/baseline-store.ts';
import { dynamoBurstStore } from './adapters/dynamodb/burst-store.ts';
import { dynamoTrendStore } from './adapters/dynamodb/trend-store.ts';
import { dynamoWatchStore } from './adapters/dynamodb/watch-store.ts';
import { openLog } from './adapters/log.ts';
import { openSources } from './adapters/sources.ts';
import { scheduled } from './handlers/scheduled.ts';
import { readDiscover } from './settings/discover.ts';
import { DiscoverEnvironment, readEnvironment } from './settings/environment.ts';
import { discover } from './steps/discover.ts';

const environment = readEnvironment(DiscoverEnvironment, process.env);
const settings = readDiscover(environment.DISCOVER);
const log = openLog('discover');
const tables = openTables();
const ports = {
  watches: dynamoWatchStore(tables, environment.WATCHES_TABLE),
  trends: dynamoTrendStore(tables, environment.WATCHES_TABLE),
  baselines: dynamoBaselineStore(tables, environment.BASELINES_TABLE),
  bursts: dynamoBurstStore(tables, environment.BURSTS_TABLE),
  sourceOf: await openSources(process.env, {
    client: tables,
    burstsTable: environment.BURSTS_TABLE,
    postsTable: environment.POSTS_TABLE,
  }),
};

export const handler = scheduled(async (atMs) => {
  const outcome = await discover(atMs, ports, settings);
  for (const found of outcome.opened) log.info('trend watched', { ...found, atMs });
  for (const found of outcome.closed) log.info('trend forgotten', { ...found, atMs });
  for (const list of outcome.failed) log.warn('trends not read', { ...list, atMs });
  return outcome;
});
