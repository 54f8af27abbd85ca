import { randomUUID } from 'node:crypto';
import { handle } from 'hono/aws-lambda';
import { openQueues, openTables } from './adapters/clients.ts';
import { dynamoBaselineStore } from './adapters/dynamodb/baseline-store.ts';
import { dynamoBurstStore } from './adapters/dynamodb/burst-store.ts';
import { dynamoCheckStore } from './adapters/dynamodb/check-store.ts';
import { dynamoEventStore } from './adapters/dynamodb/event-store.ts';
import { dynamoIngestStore } from './adapters/dynamodb/ingest-store.ts';
import { dynamoWatchStore } from './adapters/dynamodb/watch-store.ts';
import { openPartners } from './adapters/ingest/partners.ts';
import { openLog } from './adapters/log.ts';
import { openSecret } from './adapters/secrets/secret.ts';
import { sourceRecords } from './adapters/source-records.ts';
import { sqsQueue } from './adapters/sqs/queue.ts';
import { apiApp } from './handlers/api.ts';
import type { AssessDue } from './ports/messages.ts';
import { DETECTION } from './settings/detection.ts';
import { ApiEnvironment, readEnvironment } from './settings/environment.ts';
import { INGEST } from './settings/ingest.ts';
import { NAMES } from './settings/names.ts';
import { apiSteps } from './steps/api-steps.ts';
import { ingestSteps } from './steps/ingest-steps.ts';

const environment = readEnvironment(ApiEnvironment, process.env);
const tables = openTables();
const ports = {
  watches: dynamoWatchStore(tables, environment.WATCHES_TABLE),
  baselines: dynamoBaselineStore(tables, environment.BASELINES_TABLE),
  bursts: dynamoBurstStore(tables, environment.BURSTS_TABLE),
  checks: dynamoCheckStore(tables, environment.BURSTS_TABLE),
  ingest: dynamoIngestStore(tables, environment.POSTS_TABLE),
  events: dynamoEventStore(tables, environment.BURSTS_TABLE),
  assess: sqsQueue<AssessDue>(openQueues(), environment.ASSESS_QUEUE_URL),
  secret: await openSecret(environment.PSEUDONYM_SECRET_ID),
};

export const handler = handle(
  apiApp({
    ...apiSteps(ports, randomUUID, DETECTION),
    ingest: {
      partnerOf: openPartners(environment.INGEST_SECRET_ID),
      ...ingestSteps(ports, { ...INGEST, names: NAMES }),
    },
    sources: sourceRecords(process.env),
    thresholds: DETECTION.thresholds.version,
    log: openLog('api'),
  }),
);
