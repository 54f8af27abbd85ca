import { Hono } from 'hono';
import type * as z from 'zod';
import { BurstsQuery } from '../contract/burst.ts';
import { normaliseHashtag } from '../model/hashtag.ts';
import { burstBrief, burstView } from './api-burst-view.ts';
import { type ApiEnv, timeOf } from './api-context.ts';
import type { ApiDeps, BurstQuery } from './api-deps.ts';
import { RequestFault } from './api-problem.ts';
import { readQuery } from './api-request.ts';
import { spanAsked } from './api-span.ts';

/** Bursts, newest first, and one burst with its evidence. Posts are not shown: they were not ours to publish. */
export function burstRoutes({ bursts }: Pick<ApiDeps, 'bursts'>) {
  const routes = new Hono<ApiEnv>();

  routes.get('/', async (context) => {
    const query = burstQuery(readQuery(context, BurstsQuery), timeOf(context));
    const { readings, next } = await bursts.list(query);
    return context.json({ bursts: readings.map(burstBrief), next });
  });

  routes.get('/:burstId{.+}', async (context) => {
    const burstId = context.req.param('burstId');
    const reading = await bursts.show(burstId);
    if (reading === undefined) throw new RequestFault(404, `there is no burst ${burstId}`);
    return context.json(burstView(reading));
  });

  return routes;
}

function burstQuery(asked: z.output<typeof BurstsQuery>, nowMs: number): BurstQuery {
  const { level, source, differs, q, limit, cursor } = asked;
  return {
    ...spanAsked(asked, nowMs),
    limit,
    ...(level && { level }),
    ...(source && { source }),
    ...(differs && { differs: true }),
    ...(q && { q: normaliseHashtag(q) }),
    ...(cursor && { cursor }),
  };
}
