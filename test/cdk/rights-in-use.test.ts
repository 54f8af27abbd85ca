import { AsyncLocalStorage } from 'node:async_hooks';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { dynamoBaselineStore } from '../../functions/adapters/dynamodb/baseline-store.ts';
import { dynamoCheckStore } from '../../functions/adapters/dynamodb/check-store.ts';
import { dynamoWatchStore } from '../../functions/adapters/dynamodb/watch-store.ts';
import { toApiEvent } from '../../local/api-event.ts';
import type { Functions } from '../../local/functions.ts';
import { startReplay } from '../../local/start-replay.ts';
import { type ScriptedNetwork, scriptedNetwork } from '../adapters/mastodon/scripted-network.ts';
import { aBaseline } from '../support/a-baseline.ts';
import { aCheck } from '../support/a-check.ts';
import { aWatch } from '../support/a-watch.ts';
import { anSqsEvent } from '../support/an-sqs-event.ts';
import { ATTACKED, attackedDays, QUIET, writeAttackedDays } from '../support/attacked-days.ts';
import { tableRights } from './table-rights.ts';
import { trialTemplates } from './trial-stacks.ts';

/** What the functions did to the tables: `Poll Bursts: PutItem`. */
const used = new Set<string>();
const running = new AsyncLocalStorage<string>();
let functions: Functions | undefined;

vi.mock('../../local/functions.ts', async (original) => {
  const { loadFunctions } = await original<typeof import('../../local/functions.ts')>();
  return {
    async loadFunctions() {
      const loaded = Object.entries(await loadFunctions()).map(([name, handler]) => {
        const holder = name === 'sweep' ? 'Publish' : name.replace(/^./, (a) => a.toUpperCase());
        const noted = (event: never) => running.run(holder, () => handler(event));
        return [name, noted];
      });
      functions = Object.fromEntries(loaded);
      return functions;
    },
  };
});

/** Asked for when two writers meet, which one replay may not see. */
const ONLY_AT_A_CONFLICT = ['Poll Watches: GetItem'];

/** Keeps the login of Bluesky, which no replay has. */
const ONLY_WITH_BLUESKY = ['Discover Bursts: GetItem', 'Discover Bursts: PutItem'];

const UNUSED_HERE = [...ONLY_AT_A_CONFLICT, ...ONLY_WITH_BLUESKY];

let dir = '';
let network: ScriptedNetwork;
beforeAll(async () => {
  noteCommands();
  network = await scriptedNetwork();
  process.env.DISCOVER = JSON.stringify({
    lists: [`mastodon@${network.host}`],
    watchHours: 1,
  });
  const found = await writeAttackedDays();
  dir = found.dir;
  const stop = new AbortController();
  const replayed = startReplay({
    files: [found.file],
    hashtags: [],
    speed: Number.POSITIVE_INFINITY,
    port: 0,
    dir: join(dir, 'data'),
    root: dir,
    fresh: true,
    exitWhenDone: false,
    title: '',
    signal: stop.signal,
    startedMs: 0,
  });
  await Promise.race([
    replayed,
    vi.waitUntil(() => used.has('Slack Bursts: PutItem'), { timeout: 90_000, interval: 100 }),
  ]);
  await callApi();
  await handIn();
  await readLive();
  await discoverAndForget();
  stop.abort();
  await replayed;
});
afterAll(async () => {
  delete process.env.DISCOVER;
  await network.close();
  await rm(dir, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
});

it('lets each function do what it does when an attack is replayed and the API is used', () => {
  const granted = Object.entries(tableRights(trialTemplates().monitor)).flatMap(
    ([holder, rights]) =>
      rights.flatMap((right) => {
        const [table, actions = ''] = right.split(': ');
        return actions.split(' ').map((action) => `${holder} ${table}: ${action}`);
      }),
  );

  const refused = [...used].filter((one) => !granted.includes(one)).sort();
  const idle = granted.filter((one) => !used.has(one) && !UNUSED_HERE.includes(one));

  expect(refused).toEqual([]);
  expect(idle).toEqual([]);
});

/** Every command to the tables passes through here, with the function that sent it. */
function noteCommands(): void {
  const send = DynamoDBDocumentClient.prototype.send as (...given: unknown[]) => unknown;
  vi.spyOn(DynamoDBDocumentClient.prototype, 'send').mockImplementation(function (
    this: unknown,
    ...given: unknown[]
  ) {
    const [command] = given as [Command];
    const holder = running.getStore();
    if (holder !== undefined) used.add(`${holder} ${rightOf(command)}`);
    return Reflect.apply(send, this, given) as never;
  });
}

type Command = {
  readonly constructor: { readonly name: string };
  readonly input: Record<string, unknown>;
};

function rightOf(command: Command): string {
  const name = command.constructor.name.replace(/Command$/, '');
  const action = name === 'Query' ? name : `${name}Item`;
  const { TableName = Object.keys(command.input.RequestItems ?? {})[0], IndexName } = command.input;
  const table = String(TableName)
    .replace('turfwatch-', '')
    .replace(/^./, (a) => a.toUpperCase());
  return `${table}${IndexName === undefined ? '' : `/index/${IndexName}`}: ${action}`;
}

/** A hashtag trends, is watched and taught, and its hour is over. */
async function discoverAndForget(): Promise<void> {
  const round = (time: string) => functions?.discover({ time });
  network.trends = [{ name: 'flood', history: [] }];
  await round('2026-03-03T12:00:00Z');
  const tables = DynamoDBDocumentClient.from(new DynamoDBClient({}));
  const baselines = dynamoBaselineStore(tables, process.env.BASELINES_TABLE ?? '');
  await baselines.save(aBaseline({ watchId: `mastodon:flood@${network.host}`, version: 0 }), []);
  await round('2026-03-03T14:00:00Z');
}

/** A live network is polled and checked: its allowance is drawn where all can see it. */
async function readLive(): Promise<void> {
  const tables = DynamoDBDocumentClient.from(new DynamoDBClient({}));
  const atMs = Math.floor(Date.now() / 60_000) * 60_000;
  const place = network.host;
  const watch = aWatch({
    ...{ watchId: `mastodon:live@${place}`, source: 'mastodon', hashtag: 'live', place },
    ...{ createdMs: atMs, phaseMinutes: (atMs / 60_000) % 5, version: 0 },
  });
  const store = dynamoWatchStore(tables, process.env.WATCHES_TABLE ?? '');
  const saved = await store.save(watch);
  await functions?.poll(anSqsEvent(JSON.stringify({ watch: saved, atMs })));
  const checks = dynamoCheckStore(tables, process.env.BURSTS_TABLE ?? '');
  await checks.save(aCheck({ checkId: 'live', source: 'mastodon', hashtag: 'live', place }));
  await functions?.assess(anSqsEvent(JSON.stringify({ kind: 'check', checkId: 'live', atMs })));
  expect((await checks.get('live'))?.state).toBe('done');
  await store.remove(saved.watchId);
}

/** A partner hands in a post of a hashtag that is watched at it for a while. */
async function handIn(): Promise<void> {
  const atMs = Date.UTC(2026, 2, 3, 12);
  const call = async (method: string, path: string, type: string, body: string) => {
    const token = await readFile(join(dir, 'ingest-token'), 'utf8');
    const headers = { authorization: `Bearer ${token}`, 'content-type': type };
    const request = new Request(`http://api.example${path}`, { method, headers, body });
    const answer = (await functions?.api(await toApiEvent(request, atMs))) as {
      readonly statusCode: number;
      readonly body: string;
    };
    expect(answer.statusCode, `${method} ${path}: ${answer.body}`).toBeLessThan(300);
    return answer.body;
  };
  const watch = { source: 'ingest', place: 'local', hashtag: QUIET };
  const [post] = attackedDays();
  const line = { ...post, createdAt: new Date(atMs - 1).toISOString(), hashtags: [QUIET] };
  await call('POST', '/v1/watches', 'application/json', JSON.stringify(watch));
  const receipt = await call('POST', '/v1/ingest', 'application/x-ndjson', JSON.stringify(line));
  expect(JSON.parse(receipt)).toMatchObject({ accepted: 1 });
  const path = `/v1/watches/${encodeURIComponent(`ingest:${QUIET}@local`)}`;
  await call('DELETE', path, 'application/json', '{}');
}

/** One call of each kind. */
async function callApi(): Promise<void> {
  const call = async (method: string, path: string, body?: unknown) => {
    const request = new Request(`http://api.example${path}`, {
      method,
      ...(body !== undefined && {
        body: JSON.stringify(body),
        headers: { 'content-type': 'application/json' },
      }),
    });
    const now = Date.UTC(2026, 2, 3, 12);
    const answer = (await functions?.api(await toApiEvent(request, now))) as {
      readonly statusCode: number;
      readonly body: string;
    };
    expect(answer.statusCode, `${method} ${path}: ${answer.body}`).toBeLessThan(300);
    return answer.body === '' ? undefined : JSON.parse(answer.body);
  };
  const watch = `/v1/watches/${encodeURIComponent(`replay:${QUIET}`)}`;
  await call('GET', '/v1/watches');
  await call('POST', '/v1/watches', { source: 'replay', hashtag: 'another' });
  await call('PATCH', watch, { paused: true });
  const { bursts } = await call('GET', '/v1/bursts?from=2026-03-01T00:00:00Z');
  await call('GET', `/v1/bursts/${encodeURIComponent(bursts[0].burstId)}`);
  const check = await call('POST', '/v1/checks', { source: 'replay', hashtag: ATTACKED });
  await call('GET', `/v1/checks/${check.checkId}`);
  await call('DELETE', watch);
}
