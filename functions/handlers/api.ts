import { Hono } from 'hono';
import { etag } from 'hono/etag';
import { methodNotAllowed } from 'hono/method-not-allowed';
import type { HealthView } from '../contract/health.ts';
import openapi from '../contract/openapi.json' with { type: 'json' };
import { burstRoutes } from './api-bursts.ts';
import { checkRoutes } from './api-checks.ts';
import { type ApiEnv, timeOf } from './api-context.ts';
import type { ApiDeps } from './api-deps.ts';
import { eventRoutes } from './api-events.ts';
import { ingestRoutes } from './api-ingest.ts';
import { instant } from './api-instant.ts';
import { answerError, problemResponse, RequestFault } from './api-problem.ts';
import { shadowRoutes } from './api-shadow.ts';
import { sourceRoutes } from './api-sources.ts';
import { watchRoutes } from './api-watches.ts';

/** The HTTP API, for API Gateway's events (payload format 2.0) through `hono/aws-lambda`. */
export function apiApp(deps: ApiDeps) {
  const app = new Hono<ApiEnv>();

  app.use(methodNotAllowed({ app, onMethodNotAllowed: answerMethod }));
  app.get('/v1/*', etag(), async (context, next) => {
    await next();
    if (context.res.ok) context.header('cache-control', 'private, no-cache');
  });
  app.onError(answerError(deps.log));
  app.notFound((context) =>
    problemResponse(new RequestFault(404, `there is nothing at ${context.req.path}`)),
  );

  app.get('/v1/health', async (context) => {
    await deps.watches.list(1, undefined);
    const health: HealthView = {
      state: 'ok',
      time: instant(timeOf(context)),
      thresholds: deps.thresholds,
      sources: deps.sources.filter(({ off }) => off === null).map(({ name }) => name),
    };
    return context.json(health);
  });
  app.get('/v1/openapi.json', (context) => context.json(openapi));
  app.route('/v1/watches', watchRoutes(deps));
  app.route('/v1/bursts', burstRoutes(deps));
  app.route('/v1/events', eventRoutes(deps));
  app.route('/v1/shadow', shadowRoutes(deps));
  app.route('/v1/checks', checkRoutes(deps));
  app.route('/v1/sources', sourceRoutes(deps));
  app.route('/v1/ingest', ingestRoutes(deps));
  return app;
}

function answerMethod(_context: unknown, methods: readonly string[]): Response {
  const allow = methods.join(', ');
  return problemResponse(new RequestFault(405, `allowed here: ${allow}`), { allow });
}
