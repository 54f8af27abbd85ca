import { openQueues, openTables } from './adapters/clients.ts';
import { dynamoAuthorStore } from './adapters/dynamodb/author-store.ts';
import { dynamoBurstStore } from './adapters/dynamodb/burst-store.ts';
import { dynamoCheckStore } from './adapters/dynamodb/check-store.ts';
import { countWatches } from './adapters/dynamodb/count-watches.ts';
import { dynamoPostStore } from './adapters/dynamodb/post-store.ts';
import { dynamoTideStore } from './adapters/dynamodb/tide-store.ts';
import { openLog } from './adapters/log.ts';
import { openSecret } from './adapters/secrets/secret.ts';
import { openSources } from './adapters/sources.ts';
import { sqsQueue } from './adapters/sqs/queue.ts';
import { eachRecord } from './handlers/each-record.ts';
import { AssessDueMessage } from './handlers/message-schemas.ts';
import type { AssessDue, PublishDue } from './ports/messages.ts';
import { AUTHORS } from './settings/authors.ts';
import { DETECTION } from './settings/detection.ts';
import { AssessEnvironment, readEnvironment } from './settings/environment.ts';
import { SHADOW } from './settings/shadow.ts';
import { TIDE } from './settings/tide.ts';
import { assess } from './steps/assess.ts';
import { checkHashtag } from './steps/check-hashtag.ts';

const environment = readEnvironment(AssessEnvironment, process.env);
const log = openLog('assess');
const tables = openTables();
const ports = {
  authors: dynamoAuthorStore(tables, environment.BURSTS_TABLE),
  bursts: dynamoBurstStore(tables, environment.BURSTS_TABLE),
  checks: dynamoCheckStore(tables, environment.BURSTS_TABLE),
  posts: dynamoPostStore(tables, environment.POSTS_TABLE, { recalls: true }),
  tides: dynamoTideStore(tables, environment.BURSTS_TABLE),
  watches: { count: countWatches(tables, environment.WATCHES_TABLE) },
  publish: sqsQueue<PublishDue>(openQueues(), environment.PUBLISH_QUEUE_URL),
  secret: await openSecret(environment.PSEUDONYM_SECRET_ID),
  sourceOf: await openSources(process.env, {
    client: tables,
    burstsTable: environment.BURSTS_TABLE,
    postsTable: environment.POSTS_TABLE,
  }),
};

async function assessBurst(burstId: string, atMs: number): Promise<void> {
  const done = await assess(burstId, atMs, ports, {
    detection: DETECTION,
    shadow: SHADOW,
    alerts: DETECTION.alerts,
    tide: TIDE,
    authors: AUTHORS,
  });
  if (done === undefined) return;
  const { level, strength, posts } = done.burst.verdict ?? done.verdict;
  log.info('burst assessed', {
    ...{ burstId, atMs, strength, posts },
    verdict: level,
    now: done.verdict.level,
    alert: done.alert,
    shadow: done.shadow?.level ?? null,
    roseWith: done.burst.surge?.rose ?? null,
  });
  for (const { level, afterMs } of done.reached) {
    log.info('level reached', { burstId, atMs, level, afterSeconds: Math.round(afterMs / 1000) });
  }
}

export const handler = eachRecord<AssessDue>(
  AssessDueMessage,
  (due) =>
    due.kind === 'burst'
      ? assessBurst(due.burstId, due.atMs)
      : checkHashtag(due.checkId, due.atMs, ports, DETECTION),
  log,
);
