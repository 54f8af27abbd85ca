import { fieldOf } from './json-shape.ts';
import type { PostFormat } from './post-format.ts';

/** The network whose JSON this looks like; undefined where it looks like none. Not whether it is right. */
export function shapeOf(
  record: unknown,
): Extract<PostFormat, 'jsonl' | 'x' | 'mastodon' | 'bluesky'> | undefined {
  const one = Array.isArray(record) ? record[0] : record;
  if (isOwn(one)) return 'jsonl';
  if (isMastodon(firstOf(one, 'statuses') ?? one)) return 'mastodon';
  if (isBluesky(firstOf(one, 'posts') ?? firstOf(one, 'feed') ?? one)) return 'bluesky';
  return isOldX(one) || isX(one) ? 'x' : undefined;
}

/** Whether it is of the X API before v2. */
export function isOldX(record: unknown): boolean {
  if (firstOf(record, 'statuses') !== undefined) return true;
  return has(record, 'user') && (has(record, 'id_str') || has(record, 'created_at'));
}

/** Whether it is a page of some network that holds no posts, and so tells nothing of its form. */
export function isEmptyPage(record: unknown): boolean {
  const lists = ['data', 'statuses', 'posts', 'feed'].map((name) => fieldOf(record, name));
  return lists.some((list) => Array.isArray(list) && list.length === 0);
}

function isOwn(record: unknown): boolean {
  return typeof fieldOf(record, 'author') === 'string' && has(record, 'createdAt');
}

function isMastodon(record: unknown): boolean {
  return has(record, 'account') && (has(record, 'content') || has(record, 'reblog'));
}

function isBluesky(record: unknown): boolean {
  const view = fieldOf(record, 'post') ?? record;
  return has(view, 'record') && has(view, 'author');
}

function isX(record: unknown): boolean {
  if (has(record, 'author_id') || has(record, 'edit_history_tweet_ids')) return true;
  const meta = fieldOf(record, 'meta');
  const data = fieldOf(record, 'data');
  if (data === undefined) return has(meta, 'result_count') || isErrors(record);
  return has(firstOf(record, 'data') ?? data, 'text') || has(record, 'includes');
}

/** An answer of nothing but errors, as a lookup of vanished posts gives. */
function isErrors(record: unknown): boolean {
  return has(firstOf(record, 'errors'), 'title');
}

function firstOf(record: unknown, name: string): unknown {
  const list = fieldOf(record, name);
  return Array.isArray(list) ? list[0] : undefined;
}

function has(value: unknown, name: string): boolean {
  return fieldOf(value, name) !== undefined;
}
