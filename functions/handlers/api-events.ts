import { Hono } from 'hono';
import { type EventListView, EventsQuery, EventsRequest } from '../contract/event.ts';
import { forgottenMs, type KnownEvent, weekOf } from '../model/known-event.ts';
import { type ApiEnv, timeOf } from './api-context.ts';
import type { ApiDeps } from './api-deps.ts';
import { eventView, readEvent } from './api-event-view.ts';
import { RequestFault } from './api-problem.ts';
import { readBody, readQuery } from './api-request.ts';

const DAY_MS = 86_400_000;
/** Days that one answer can cover. */
const MOST_DAYS = 92;

/** The calendar of known events: from yesterday for two weeks, unless the query says otherwise. */
export function eventRoutes({ events }: Pick<ApiDeps, 'events'>) {
  const routes = new Hono<ApiEnv>();

  routes.get('/', async (context) => {
    const { from, to } = readQuery(context, EventsQuery);
    const fromMs = from === undefined ? timeOf(context) - DAY_MS : Date.parse(from);
    const toMs = to === undefined ? fromMs + 15 * DAY_MS : Date.parse(to);
    if (toMs <= fromMs) throw new RequestFault(400, 'to: must be after from');
    if (toMs - fromMs > MOST_DAYS * DAY_MS)
      throw new RequestFault(400, `to: must be at most ${MOST_DAYS} days after from`);
    return context.json(listView(await events.list(fromMs, toMs)));
  });

  routes.post('/', async (context) => {
    const brought = await readBody(context, EventsRequest);
    const known = brought.events.map(readEvent);
    demandKept(known, timeOf(context));
    await events.keep(known);
    return context.json(listView(known), 201);
  });

  routes.delete('/:eventId', async (context) => {
    const eventId = context.req.param('eventId');
    if (!(await events.remove(eventId)))
      throw new RequestFault(404, `there is no event ${eventId}`);
    return context.body(null, 204);
  });

  return routes;
}

function listView(events: readonly KnownEvent[]): EventListView {
  return { events: events.map(eventView) };
}

/** @throws {RequestFault} for an event that would be forgotten as soon as it is kept */
function demandKept(events: readonly KnownEvent[], nowMs: number): void {
  const errors = events.flatMap(({ startMs }, index) =>
    forgottenMs(weekOf(startMs)) > nowMs
      ? []
      : [{ in: 'body' as const, field: `events.${index}.start`, detail: TOO_OLD }],
  );
  const [first] = errors;
  if (first !== undefined)
    throw new RequestFault(400, `${first.field}: ${first.detail}`, errors.slice(0, 20));
}

const TOO_OLD = 'must be within the last 400 days: older events are not kept';
