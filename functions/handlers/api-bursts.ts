import { millisecondsInDay } from 'date-fns/constants';
import { Hono } from 'hono';
import type * as z from 'zod';
import { BurstsQuery } from '../contract/burst.ts';
import { normaliseHashtag } from '../model/hashtag.ts';
import { burstBrief, burstView } from './api-burst-view.ts';
import { type ApiEnv, timeOf } from './api-context.ts';
import type { ApiDeps, BurstQuery } from './api-deps.ts';
import { RequestFault } from './api-problem.ts';
import { readQuery } from './api-request.ts';

const USUAL_DAYS = 30;
const MOST_DAYS = 366;

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

/** The last 30 days unless said otherwise; a span to the present includes this very minute. */
function burstQuery(asked: z.output<typeof BurstsQuery>, nowMs: number): BurstQuery {
  const { from, to, level, source, q, limit, cursor } = asked;
  const toMs = to === undefined ? nowMs + 1 : Date.parse(to);
  const fromMs = from === undefined ? toMs - USUAL_DAYS * millisecondsInDay : Date.parse(from);
  if (fromMs >= toMs) throw spanFault('must be earlier than to');
  if (toMs - fromMs > MOST_DAYS * millisecondsInDay)
    throw spanFault(`must be within ${MOST_DAYS} days of to`);
  return {
    fromMs,
    toMs,
    limit,
    ...(level && { level }),
    ...(source && { source }),
    ...(q && { q: normaliseHashtag(q) }),
    ...(cursor && { cursor }),
  };
}

function spanFault(detail: string): RequestFault {
  return new RequestFault(400, `from: ${detail}`, [{ in: 'query', field: 'from', detail }]);
}
