import { openQueues, openTables } from './adapters/clients.ts';
import { dynamoAuthorStore } from './adapters/dynamodb/author-store.ts';
import { dynamoBaselineStore } from './adapters/dynamodb/baseline-store.ts';
import { dynamoBurstStore } from './adapters/dynamodb/burst-store.ts';
import { dynamoPostStore } from './adapters/dynamodb/post-store.ts';
import { dynamoTideStore } from './adapters/dynamodb/tide-store.ts';
import { dynamoWatchStore } from './adapters/dynamodb/watch-store.ts';
import { openLog } from './adapters/log.ts';
import { openSecret } from './adapters/secrets/secret.ts';
import { openSources } from './adapters/sources.ts';
import { sqsQueue } from './adapters/sqs/queue.ts';
import { eachRecord } from './handlers/each-record.ts';
import { isLatePoll } from './handlers/late-poll.ts';
import { PollDueMessage } from './handlers/message-schemas.ts';
import type { BaselineAge } from './model/baseline-age.ts';
import type { AssessDue, PollDue } from './ports/messages.ts';
import { burstSettings } from './settings/burst.ts';
import { PollEnvironment, readEnvironment } from './settings/environment.ts';
import { POLLING } from './settings/polling.ts';
import { poll } from './steps/poll.ts';

const environment = readEnvironment(PollEnvironment, process.env);
const log = openLog('poll');
const tables = openTables();
const ports = {
  watches: dynamoWatchStore(tables, environment.WATCHES_TABLE),
  authors: dynamoAuthorStore(tables, environment.BURSTS_TABLE),
  baselines: dynamoBaselineStore(tables, environment.BASELINES_TABLE),
  bursts: dynamoBurstStore(tables, environment.BURSTS_TABLE),
  posts: dynamoPostStore(tables, environment.POSTS_TABLE, { recalls: true }),
  tides: dynamoTideStore(tables, environment.BURSTS_TABLE),
  assess: sqsQueue<AssessDue>(openQueues(), environment.ASSESS_QUEUE_URL),
  secret: await openSecret(environment.PSEUDONYM_SECRET_ID),
  sourceOf: await openSources(process.env, {
    client: tables,
    burstsTable: environment.BURSTS_TABLE,
    postsTable: environment.POSTS_TABLE,
  }),
};

function toldAge({ state, ...times }: BaselineAge): Record<string, string | number> {
  return { age: state, ...times };
}

export const handler = eachRecord<PollDue>(
  PollDueMessage,
  async (due) => {
    if (isLatePoll(due)) {
      log.warn('poll came too late and was dropped', {
        watchId: due.watch.watchId,
        atMs: due.atMs,
      });
      return;
    }
    const outcome = await poll(due, ports, { burst: burstSettings, keep: POLLING });
    const about = { watchId: due.watch.watchId, atMs: due.atMs };
    for (const burstId of outcome.opened) log.info('burst opened', { ...about, burstId });
    for (const burstId of outcome.closed) log.info('burst closed', { ...about, burstId });
    if (outcome.suspected) log.info('burst suspected', about);
    if (outcome.age !== undefined) log.info('baseline aged', { ...about, ...toldAge(outcome.age) });
    if (outcome.state === 'stale') log.warn('source failed', { ...about, reason: outcome.reason });
  },
  log,
);
