import { millisecondsInDay, millisecondsInMinute } from 'date-fns/constants';
import type * as z from 'zod';
import { type RefusedLine, VouchingLine } from '../contract/ingest.ts';
import { SubmittedPost } from '../contract/submitted-post.ts';
import { normaliseHashtag } from '../model/hashtag.ts';
import type { IngestBatch } from './api-deps.ts';
import { detailOf } from './api-request.ts';
import { readSubmittedPost } from './api-submitted-post.ts';

/** Clocks differ so much. */
const AHEAD_MS = millisecondsInMinute;

/** Older posts are in no count that is still asked for. */
const MOST_DAYS = 7;

export type ReadLines = Pick<IngestBatch, 'posts' | 'vouchings'> & {
  readonly refused: readonly RefusedLine[];
};

type Taken = Partial<Pick<IngestBatch, 'posts' | 'vouchings'>>;
type Fault = Omit<RefusedLine, 'line'>;

/** Reads a batch line by line: a line that cannot be read is told, and costs no other. */
export function readIngestLines(lines: readonly string[], nowMs: number): ReadLines {
  const posts: IngestBatch['posts'][number][] = [];
  const vouchings: IngestBatch['vouchings'][number][] = [];
  const refused: RefusedLine[] = [];
  for (const [index, text] of lines.entries()) {
    if (text.trim() === '') continue;
    const read = readLine(text, nowMs);
    if ('detail' in read) refused.push({ line: index + 1, ...read });
    else {
      posts.push(...(read.posts ?? []));
      vouchings.push(...(read.vouchings ?? []));
    }
  }
  return { posts, vouchings, refused };
}

function readLine(text: string, nowMs: number): Taken | Fault {
  const value = jsonOf(text);
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return { field: 'line', detail: 'must be one JSON object' };
  return 'until' in value && !('id' in value) ? readVouching(value, nowMs) : readPost(value, nowMs);
}

function readPost(value: unknown, nowMs: number): Taken | Fault {
  const parsed = SubmittedPost.safeParse(value);
  if (!parsed.success) return faultOf(parsed.error);
  if (!NETWORK.test(parsed.data.source)) return { field: 'source', detail: A_NETWORK };
  if (!LANGUAGE.test(parsed.data.language ?? '')) return { field: 'language', detail: A_LANGUAGE };
  const brought = readSubmittedPost(parsed.data);
  const { createdMs, deletedMs = 0 } = brought.post;
  if (createdMs > nowMs + AHEAD_MS) return { field: 'createdAt', detail: NOT_LATER };
  if (deletedMs > nowMs + AHEAD_MS) return { field: 'deletedAt', detail: NOT_LATER };
  if (createdMs < nowMs - MOST_DAYS * millisecondsInDay)
    return { field: 'createdAt', detail: `must be within the last ${MOST_DAYS} days` };
  return { posts: [brought] };
}

function readVouching(value: unknown, nowMs: number): Taken | Fault {
  const parsed = VouchingLine.safeParse(value);
  if (!parsed.success) return faultOf(parsed.error);
  const { from, until, hashtags } = parsed.data;
  const untilMs = Date.parse(until);
  if (untilMs > nowMs + AHEAD_MS) return { field: 'until', detail: NOT_LATER };
  const vouching = {
    fromMs: from === undefined ? null : Math.min(Date.parse(from), nowMs),
    untilMs: Math.min(untilMs, nowMs),
    hashtags: hashtags?.map(normaliseHashtag) ?? null,
  };
  return { vouchings: [vouching] };
}

/** Both are kept as they come: neither may hold a name or a text. */
const NETWORK = /^[a-z0-9][a-z0-9._-]{0,49}$/i;
const A_NETWORK = 'must be the name of a network: letters, digits, dots, hyphens, underscores';
const LANGUAGE = /^([a-z]{2,8}([-_][a-z0-9]{1,8}){0,4})?$/i;
const A_LANGUAGE = 'must be a language tag such as ur or pt-BR, or null where it is not known';

const NOT_LATER = 'must not be later than now';

function faultOf(error: z.ZodError): Fault {
  const [issue] = error.issues;
  if (issue === undefined) return { field: 'line', detail: 'is malformed' };
  if (issue.code === 'unrecognized_keys')
    return { field: issue.keys[0] ?? 'line', detail: 'is not known here' };
  return { field: issue.path.join('.') || 'line', detail: detailOf(issue.message) };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // The parser's own message quotes the line.
    return undefined;
  }
}
