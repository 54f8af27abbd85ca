import { Hono } from 'hono';
import type { SourceListView } from '../contract/source.ts';
import type { ApiEnv } from './api-context.ts';
import type { ApiDeps } from './api-deps.ts';

/** What each source can tell here, and why one is off. */
export function sourceRoutes({ sources }: Pick<ApiDeps, 'sources'>) {
  const routes = new Hono<ApiEnv>();

  routes.get('/', (context) => {
    const views = sources.map(({ name, off, capability: { postsWithCounts: _, ...can } }) => ({
      name,
      off,
      ...can,
    }));
    return context.json({ sources: views } satisfies SourceListView);
  });

  return routes;
}
