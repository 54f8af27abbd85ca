import { Hono } from 'hono';
import { type ShadowPeriodView, ShadowQuery } from '../contract/shadow.ts';
import { type ApiEnv, timeOf } from './api-context.ts';
import type { ApiDeps } from './api-deps.ts';
import { instant } from './api-instant.ts';
import { readQuery } from './api-request.ts';
import { spanAsked } from './api-span.ts';

/** What a candidate version would have said, beside what was said. */
export function shadowRoutes({ bursts }: Pick<ApiDeps, 'bursts'>) {
  const routes = new Hono<ApiEnv>();

  routes.get('/', async (context) => {
    const { fromMs, toMs } = spanAsked(readQuery(context, ShadowQuery), timeOf(context));
    const { complete, comparisons } = await bursts.compare(fromMs, toMs);
    const view = { from: instant(fromMs), to: instant(toMs), complete, comparisons };
    return context.json(view satisfies Shown<ShadowPeriodView>);
  });

  return routes;
}

/** As it goes into JSON, where nobody can change it. */
type Shown<T> = T extends object ? { readonly [Key in keyof T]: Shown<T[Key]> } : T;
