import { Hono } from 'hono';
import * as z from 'zod';
import { HashtagCheckRequest } from '../contract/check.ts';
import { PostsCheckRequest } from '../contract/submitted-post.ts';
import { checkView } from './api-check-view.ts';
import { type ApiContext, type ApiEnv, timeOf } from './api-context.ts';
import type { ApiDeps, CheckReading } from './api-deps.ts';
import { RequestFault } from './api-problem.ts';
import { parseAs, readBody } from './api-request.ts';
import { requireSource } from './api-source.ts';
import { readSubmittedPost } from './api-submitted-post.ts';

type CheckDeps = Pick<ApiDeps, 'checks' | 'sources'>;

/** On-demand checks: of a hashtag, read in the background, or of posts that come along, judged at once. */
export function checkRoutes(deps: CheckDeps) {
  const routes = new Hono<ApiEnv>();

  routes.post('/', async (context) => {
    const body = await readBody(context, z.unknown());
    return bringsPosts(body)
      ? answer(context, 201, await checkPosts(context, body, deps))
      : answer(context, 202, await checkHashtag(context, body, deps));
  });

  routes.get('/:checkId', async (context) => {
    const checkId = context.req.param('checkId');
    const reading = await deps.checks.get(checkId);
    if (reading === undefined) throw new RequestFault(404, `there is no check ${checkId}`);
    return context.json(checkView(reading));
  });

  return routes;
}

function bringsPosts(body: unknown): boolean {
  return typeof body === 'object' && body !== null && 'posts' in body;
}

function checkHashtag(context: ApiContext, body: unknown, deps: CheckDeps) {
  const target = parseAs(HashtagCheckRequest, body, 'body');
  requireSource(target.source, deps.sources);
  return deps.checks.ofHashtag({ ...target, place: target.place ?? null }, timeOf(context));
}

function checkPosts(context: ApiContext, body: unknown, deps: CheckDeps) {
  const { posts, hashtag } = parseAs(PostsCheckRequest, body, 'body');
  return deps.checks.ofPosts(posts.map(readSubmittedPost), hashtag ?? null, timeOf(context));
}

function answer(context: ApiContext, status: 201 | 202, reading: CheckReading) {
  const location = `/v1/checks/${encodeURIComponent(reading.check.checkId)}`;
  return context.json(checkView(reading), status, { location });
}
