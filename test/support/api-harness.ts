import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { handle } from 'hono/aws-lambda';
import { memoryBaselineStore } from '../../functions/adapters/memory/baseline-store.ts';
import { memoryBurstStore } from '../../functions/adapters/memory/burst-store.ts';
import { memoryCheckStore } from '../../functions/adapters/memory/check-store.ts';
import { memoryEventStore } from '../../functions/adapters/memory/event-store.ts';
import { memoryIngestStore } from '../../functions/adapters/memory/ingest-store.ts';
import { memoryWatchStore } from '../../functions/adapters/memory/watch-store.ts';
import { secretFrom } from '../../functions/adapters/secrets/secret.ts';
import { apiApp } from '../../functions/handlers/api.ts';
import type { IngestDeps } from '../../functions/handlers/api-deps.ts';
import type { SourceRecord } from '../../functions/model/source-capability.ts';
import type { AssessDue } from '../../functions/ports/messages.ts';
import { DETECTION } from '../../functions/settings/detection.ts';
import { INGEST } from '../../functions/settings/ingest.ts';
import { apiSteps } from '../../functions/steps/api-steps.ts';
import { ingestSteps } from '../../functions/steps/ingest-steps.ts';
import { capabilityOf } from './capability.ts';

/** The moment at which every request of these tests comes in, unless it says otherwise. */
export const NOW_MS = Date.UTC(2026, 0, 7, 9);

const SOURCES_HERE: readonly SourceRecord[] = [
  { name: 'replay', off: null, capability: capabilityOf() },
  { name: 'mastodon', off: null, capability: capabilityOf() },
  { name: 'ingest', off: null, capability: capabilityOf({ countMs: 60_000 }) },
  { name: 'x', off: 'needs X_BEARER_TOKEN', capability: capabilityOf() },
];

/** Partners by their tokens. */
const PARTNERS: Readonly<Record<string, string>> = {
  'token-of-newsroom': 'newsroom',
  'token-of-archive': 'archive',
};

type Handler = (event: unknown) => Promise<{
  statusCode: number;
  headers?: Record<string, string | number | boolean>;
  body?: string;
}>;

/** The deployed API on memory stores, its log and its queue open to look at. */
export function openApi(partnerOf: IngestDeps['partnerOf'] = async (token) => PARTNERS[token]) {
  let ids = 0;
  const queued: AssessDue[] = [];
  const logged: unknown[] = [];
  const ports = {
    watches: memoryWatchStore(),
    baselines: memoryBaselineStore(),
    bursts: memoryBurstStore(),
    checks: memoryCheckStore(),
    ingest: memoryIngestStore(),
    events: memoryEventStore(),
    assess: { send: async (messages: readonly AssessDue[]) => void queued.push(...messages) },
    secret: secretFrom('a key for tests'),
  };
  const newId = () => {
    ids += 1;
    return `check-${ids}`;
  };
  const app = apiApp({
    ...apiSteps(ports, newId, DETECTION),
    ingest: { partnerOf, ...ingestSteps(ports, INGEST) },
    sources: SOURCES_HERE,
    thresholds: DETECTION.thresholds.version,
    log: { error: (message, fields, error) => logged.push({ message, fields, error }) },
  });
  const handler = handle(app) as unknown as Handler;
  return { ports, queued, logged, handler, call: caller(handler) };
}

function caller(handler: Handler) {
  return async (method: string, path: string, options: CallOptions = {}) => {
    const result = await handler(apiEvent(method, path, options));
    const text = result.body ?? '';
    return {
      status: result.statusCode,
      headers: result.headers ?? {},
      text,
      json: text === '' ? undefined : JSON.parse(text),
    };
  };
}

export type CallOptions = {
  /** Sent as JSON; a string is sent as it is. */
  readonly body?: unknown;
  readonly headers?: Record<string, string>;
  readonly atMs?: number;
  /** An HTTP API hands paths on decoded. */
  readonly decoded?: boolean;
};

/** An event of an HTTP API, payload format 2.0, as AWS documents it. */
export function apiEvent(
  method: string,
  path: string,
  { body, headers = {}, atMs = NOW_MS, decoded = false }: CallOptions,
): APIGatewayProxyEventV2 {
  const [plain = '', query = ''] = path.split('?');
  const rawPath = decoded ? decodeURIComponent(plain) : plain;
  const type = body === undefined ? {} : { 'content-type': 'application/json' };
  return {
    version: '2.0',
    routeKey: `${method} /v1/{proxy+}`,
    rawPath,
    rawQueryString: query,
    headers: { host: 'api.example.org', ...type, ...headers },
    requestContext: {
      accountId: '123456789012',
      apiId: 'api-id',
      domainName: 'api.example.org',
      domainPrefix: 'api',
      http: {
        method,
        path: rawPath,
        protocol: 'HTTP/1.1',
        sourceIp: '192.0.2.1',
        userAgent: 'test',
      },
      requestId: 'request-1',
      routeKey: `${method} /v1/{proxy+}`,
      stage: '$default',
      time: new Date(atMs).toUTCString(),
      timeEpoch: atMs,
    },
    ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    isBase64Encoded: false,
  };
}
