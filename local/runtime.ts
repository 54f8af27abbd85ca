import { EventEmitter, once } from 'node:events';
import { dirname, join } from 'node:path';
import { millisecondsInDay, millisecondsInMinute } from 'date-fns/constants';
import { openTables } from '../functions/adapters/clients.ts';
import { dynamoBurstStore } from '../functions/adapters/dynamodb/burst-store.ts';
import { dynamoEventStore } from '../functions/adapters/dynamodb/event-store.ts';
import { sweepExpired } from '../functions/adapters/dynamodb/sweep-expired.ts';
import { dynamoWatchStore } from '../functions/adapters/dynamodb/watch-store.ts';
import type { LogRecord } from '../functions/adapters/log.ts';
import { slotsDue } from '../functions/model/watch.ts';
import type { BurstStore } from '../functions/ports/burst-store.ts';
import type { EventStore } from '../functions/ports/event-store.ts';
import type { WatchStore } from '../functions/ports/watch-store.ts';
import { TABLES } from '../functions/settings/tables.ts';
import { startEngine } from './engine.ts';
import { loadFunctions } from './functions.ts';
import { type Served, startHttp } from './http.ts';
import { ingestTokens } from './ingest-tokens.ts';
import { startLogFile } from './log-file.ts';
import { onlyWithNews } from './only-with-news.ts';
import { type Outbox, openOutbox } from './outbox.ts';
import { startPump } from './pump.ts';
import { secretKey } from './secret-key.ts';

/** Alerts wait for a sweep, and trends to be read, at most this long, as the schedules in cdk/ have it. */
const SWEEP_MS = 5 * millisecondsInMinute;

/** After these a watch is polled every minute. */
const URGENT = new Set(['burst opened', 'burst suspected']);

const [ONE_MINUTE_SLOT = ''] = slotsDue(0);

export type RuntimeOptions = {
  /** Where tables, log and outbox live. */
  readonly dir: string;
  /** Where the built page lies. */
  readonly pageDir: string;
  /** Where the key of the pseudonyms lives; it outlasts a replay. */
  readonly keyFile: string;
  /** 0 for any free one. */
  readonly port: number;
  /** Files of the replay source; empty for none. */
  readonly files: readonly string[];
  /** What is discovered, as JSON; `{}`: nothing is, and what was is let go. Undefined for a replay. */
  readonly discover?: string;
  /** Says when the next event of a replayed hashtag is; undefined when live. */
  readonly nextEventMs: ((afterMs: number, hashtag: string) => number | undefined) | undefined;
  readonly onRecord: (record: LogRecord) => void;
  readonly onMessage: (channel: 'email' | 'slack', text: string) => void;
};

export type Runtime = {
  readonly address: string;
  readonly watches: WatchStore;
  readonly bursts: BurstStore;
  readonly events: EventStore;
  readonly outbox: Outbox;
  /** Fires the schedule for a minute and waits until every queue is drained. @returns the polls made */
  tick(atMs: number): Promise<number>;
  /** Whether the newest tick polled a watch in a burst, or opened one. */
  isBursting(): Promise<boolean>;
  /** The clock of the API, epoch milliseconds. */
  setNow(nowMs: () => number): void;
  deadLetters(): number;
  stop(): Promise<void>;
};

/** The embedded database forgets nothing by itself. */
async function sweepOut(tables: ReturnType<typeof openTables>, nowMs: number): Promise<void> {
  await sweepExpired(tables, process.env.POSTS_TABLE ?? '', TABLES.posts, nowMs);
  await sweepExpired(tables, process.env.BURSTS_TABLE ?? '', TABLES.bursts, nowMs);
}

/** The whole monitor in this process: database, queues, topic, functions, HTTP, outbox. Time is moved by `tick`. */
export async function startRuntime(options: RuntimeOptions): Promise<Runtime> {
  const served: Served = { api: undefined, outbox: undefined, nowMs: Date.now };
  // The address first: a port that is taken must leave nothing running.
  const key = await secretKey(options.keyFile);
  const http = await startHttp(options.port, options.pageDir, served);
  const engine = await startEngine(options.dir).catch(async (error) => {
    await http.stop();
    throw error;
  });
  Object.assign(process.env, {
    TURFWATCH_EMBEDDED: '1',
    TURFWATCH_KEY: key,
    PSEUDONYM_SECRET_ID: 'env:TURFWATCH_KEY',
    INGEST_SECRET_ID: 'env:INGEST_TOKENS',
    INGEST_TOKENS: await ingestTokens(join(dirname(options.keyFile), 'ingest-token')),
    SLACK_WEBHOOK_URL: `${http.address}/slack-webhook`,
    SLACK_SECRET_ID: 'env:SLACK_WEBHOOK_URL',
    PAGE_URL: http.address,
    ...(options.discover === undefined ? {} : { DISCOVER: options.discover }),
    ...(options.files.length > 0 ? { REPLAY_FILES: JSON.stringify(options.files) } : {}),
  });
  const outbox = await openOutbox(join(options.dir, 'outbox'), options.onMessage);
  let bursting: boolean | undefined;
  /** What an earlier run left pending is told before the clock moves on. */
  let isFirst = true;
  const noteBursting = () => {
    bursting = true;
  };
  const stopLog = startLogFile(options.dir, (record) => {
    if (URGENT.has(record.message)) noteBursting();
    options.onRecord(record);
  });
  const functions = await loadFunctions();
  Object.assign(served, { api: functions.api, outbox });

  const progress = new EventEmitter();
  const poll = options.nextEventMs
    ? onlyWithNews(functions.poll, options.nextEventMs, noteBursting)
    : functions.poll;
  const feeds = [
    ['polls', poll],
    ['assess', functions.assess],
    ['publish', functions.publish],
    ['slack', functions.slack],
    ['email', outbox.takeEmails],
  ] as const;
  const pumps = feeds.map(([queue, handler]) =>
    startPump(engine.queueUrl(queue), handler, () => progress.emit('handled')),
  );
  const tables = openTables();
  const watches = dynamoWatchStore(tables, process.env.WATCHES_TABLE ?? '');
  return {
    address: http.address,
    watches,
    bursts: dynamoBurstStore(tables, process.env.BURSTS_TABLE ?? ''),
    events: dynamoEventStore(tables, process.env.BURSTS_TABLE ?? ''),
    outbox,
    async tick(atMs) {
      const time = new Date(atMs).toISOString();
      const isRound = isFirst || atMs % SWEEP_MS === 0;
      if (isRound) await functions.sweep({ time });
      if (isRound && options.discover !== undefined) await functions.discover({ time });
      isFirst = false;
      if (atMs % millisecondsInDay === 0) await sweepOut(tables, atMs);
      bursting = false;
      const polls = await functions.dispatch({ time });
      while (engine.pending() > 0) await once(progress, 'handled');
      return polls;
    },
    isBursting: async () => bursting ?? (await watches.due(ONE_MINUTE_SLOT)).length > 0,
    setNow: (nowMs) => {
      served.nowMs = nowMs;
    },
    deadLetters: engine.deadLetters,
    async stop() {
      await Promise.all(pumps.map((stop) => stop()));
      await http.stop();
      await engine.stop();
      await stopLog();
    },
  };
}
