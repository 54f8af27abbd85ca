import { Hono } from 'hono';
import type { IngestReceipt, RefusedLine } from '../contract/ingest.ts';
import { type ApiContext, type ApiEnv, timeOf } from './api-context.ts';
import type { ApiDeps, IngestDeps, IngestOutcome } from './api-deps.ts';
import { readIngestLines } from './api-ingest-lines.ts';
import { instantOrNull } from './api-instant.ts';
import { RequestFault } from './api-problem.ts';

/** Lambda takes 6 MB, and this comes to it in base64. */
const MOST_BODY_BYTES = 4 * 1024 * 1024;
const MOST_LINES = 5_000;
/** Each is looked up. */
const MOST_HASHTAGS = 2_000;
const MOST_REFUSALS = 100;

const LINES_TYPE = /^application\/(x-ndjson|jsonl|x-jsonlines|jsonlines)\b/i;

/** Where partners hand in posts, JSON lines, each with a token of its own. */
export function ingestRoutes({ ingest }: Pick<ApiDeps, 'ingest'>) {
  const routes = new Hono<ApiEnv>();

  routes.post('/', async (context) => {
    const nowMs = timeOf(context);
    const partner = await partnerOf(context, ingest);
    const lines = await readLines(context);
    await demandRoom(partner, lines.length, nowMs, ingest);
    const { posts, vouchings, refused } = readIngestLines(lines, nowMs);
    demandAny(posts.length + vouchings.length, refused);
    demandFewHashtags(posts, vouchings);
    // An empty batch says that there was nothing new.
    const said = lines.some((line) => line.trim() !== '')
      ? vouchings
      : [{ fromMs: null, untilMs: nowMs, hashtags: null }];
    const outcome = await ingest.take({ partner, posts, vouchings: said }, nowMs);
    return context.json(receipt(outcome, refused));
  });

  return routes;
}

/** @throws {RequestFault} 401 for a token that is nobody's, 503 where there is no partner at all */
async function partnerOf(context: ApiContext, ingest: IngestDeps): Promise<string> {
  const token = /^Bearer +(\S+)$/i.exec(context.req.header('authorization') ?? '')?.[1] ?? '';
  const partner = await ingest.partnerOf(token, timeOf(context));
  if (partner === null)
    throw new RequestFault(
      503,
      'no partner may hand in posts here yet: `turfwatch token` makes a token, docs/sources.md says where it goes',
    );
  if (partner === undefined)
    throw new RequestFault(
      401,
      'authorization must be Bearer and the token of a partner',
      undefined,
      { 'www-authenticate': 'Bearer realm="turfwatch ingest"' },
    );
  return partner;
}

async function readLines(context: ApiContext): Promise<readonly string[]> {
  const type = context.req.header('content-type') ?? 'nothing';
  if (!LINES_TYPE.test(type))
    throw new RequestFault(415, `content-type must be application/x-ndjson, not ${type}`);
  const encoding = context.req.header('content-encoding') ?? 'identity';
  if (encoding !== 'identity')
    throw new RequestFault(
      415,
      `content-encoding must be left out, not ${encoding}: lines are taken as they are`,
    );
  const bytes = await context.req.arrayBuffer();
  if (bytes.byteLength > MOST_BODY_BYTES)
    throw tooLarge(`${bytes.byteLength} bytes`, MOST_BODY_BYTES);
  const lines = new TextDecoder()
    .decode(bytes)
    .replace(/\r?\n$/, '')
    .split('\n');
  if (lines.length > MOST_LINES) throw tooLarge(`${lines.length} lines`, MOST_LINES);
  return lines;
}

async function demandRoom(partner: string, lines: number, nowMs: number, ingest: IngestDeps) {
  const waitMs = await ingest.admit(partner, lines, nowMs);
  if (waitMs === 0) return;
  const seconds = Math.ceil(waitMs / 1000);
  throw new RequestFault(
    429,
    `too many batches or lines in this minute: hand it in again in ${seconds} seconds`,
    undefined,
    { 'retry-after': String(seconds) },
  );
}

/** @throws {RequestFault} if lines are there, and none of them can be read */
function demandAny(taken: number, refused: readonly RefusedLine[]): void {
  if (taken > 0 || refused.length === 0) return;
  const errors = refused.slice(0, MOST_REFUSALS).map(({ line, field, detail }) => ({
    in: 'body' as const,
    field: field === 'line' ? `${line}` : `${line}.${field}`,
    detail,
  }));
  const [first] = refused;
  throw new RequestFault(
    400,
    `none of ${refused.length} lines can be read; line ${first?.line}: ${first?.field} ${first?.detail}`,
    errors,
  );
}

function demandFewHashtags(
  posts: readonly { readonly post: { readonly hashtags: readonly string[] } }[],
  vouchings: readonly { readonly hashtags: readonly string[] | null }[],
): void {
  const named = vouchings.flatMap(({ hashtags }) => hashtags ?? []);
  const hashtags = new Set([...posts.flatMap(({ post }) => post.hashtags), ...named]);
  if (hashtags.size > MOST_HASHTAGS) throw tooLarge(`${hashtags.size} hashtags`, MOST_HASHTAGS);
}

function tooLarge(found: string, most: number): RequestFault {
  return new RequestFault(413, `the batch has ${found}; at most ${most} are taken: split it`);
}

function receipt(outcome: IngestOutcome, refused: readonly RefusedLine[]): IngestReceipt {
  const { watched, ...tally } = outcome;
  return {
    ...tally,
    refused: refused.length,
    refusals: refused.slice(0, MOST_REFUSALS),
    watched: watched.map(({ hashtag, untilMs }) => ({ hashtag, until: instantOrNull(untilMs) })),
  };
}
