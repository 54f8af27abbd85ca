import { Hono } from 'hono';
import { WatchChange, WatchesQuery, WatchRequest } from '../contract/watch.ts';
import { type ApiContext, type ApiEnv, timeOf } from './api-context.ts';
import type { ApiDeps } from './api-deps.ts';
import { RequestFault } from './api-problem.ts';
import { readBody, readQuery } from './api-request.ts';
import { requireSource } from './api-source.ts';
import { watchView } from './api-watch-view.ts';

/**
 * The hashtags under observation.
 *
 * An HTTP API hands the path on decoded, other front doors do not: an id is all that follows, either way.
 */
export function watchRoutes({ watches, sources }: Pick<ApiDeps, 'watches' | 'sources'>) {
  const routes = new Hono<ApiEnv>();

  routes.get('/', async (context) => {
    const { limit, cursor } = readQuery(context, WatchesQuery);
    const found = await watches.list(limit + 1, cursor);
    const page = found.slice(0, limit);
    const next = found.length > limit ? (page.at(-1)?.watchId ?? null) : null;
    return context.json({ watches: page.map((one) => watchView(one, timeOf(context))), next });
  });

  routes.post('/', async (context) => {
    const wish = await readBody(context, WatchRequest);
    requireSource(wish.source, sources);
    const { watch, created } = await watches.add(
      { ...wish, place: wish.place ?? null },
      timeOf(context),
    );
    const location = `/v1/watches/${encodeURIComponent(watch.watchId)}`;
    return context.json(watchView(watch, timeOf(context)), created ? 201 : 200, { location });
  });

  routes.get('/:watchId{.+}', async (context) =>
    context.json(watchView(found(await watches.get(idOf(context)), context), timeOf(context))),
  );

  routes.patch('/:watchId{.+}', async (context) => {
    const { paused, keep } = await readBody(context, WatchChange);
    const watchId = idOf(context);
    if (keep) found(await watches.keep(watchId), context);
    const changed = paused === undefined ? watches.get(watchId) : watches.change(watchId, paused);
    return context.json(watchView(found(await changed, context), timeOf(context)));
  });

  routes.delete('/:watchId{.+}', async (context) => {
    if (!(await watches.remove(idOf(context), timeOf(context)))) throw unknown(context);
    return context.body(null, 204);
  });

  return routes;
}

function idOf(context: ApiContext): string {
  return context.req.param('watchId') ?? '';
}

function found<T>(value: T | undefined, context: ApiContext): T {
  if (value === undefined) throw unknown(context);
  return value;
}

function unknown(context: ApiContext): RequestFault {
  return new RequestFault(404, `there is no watch ${idOf(context)}`);
}
