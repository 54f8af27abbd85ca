import { useCallback, useState } from 'preact/hooks';
import { Link, useLocation } from 'wouter-preact';
import type { EventView } from '../../functions/contract/event.ts';
import type { ApiClient } from '../api-client.ts';
import { useApi } from '../api-context.ts';
import { eventName } from '../event-words.ts';
import { EventForm } from '../parts/event-form.tsx';
import { EventList } from '../parts/event-list.tsx';
import { FaultNote } from '../parts/fault-note.tsx';
import { LoadFrame } from '../parts/load-frame.tsx';
import { Notice } from '../parts/notice.tsx';
import { ViewTitle } from '../parts/view-title.tsx';
import { useLoaded } from '../use-loaded.ts';
import { isoDay, mondayOf, WEEK_MS, weekOfAddress } from '../week.ts';
import { counted, dayOf } from '../wording.ts';

const DAY_MS = 86_400_000;

/** The calendar of known events, a week at a time. @param day a day of the week to show; the monitor's own week where it is none */
export function EventsView({ day }: { day: string | undefined }) {
  const api = useApi();
  const [, go] = useLocation();
  const [fault, setFault] = useState<Error | null>(null);
  const [done, setDone] = useState('');
  const asked = weekOfAddress(day);
  const load = useCallback(() => findWeek(api, asked), [api, asked]);
  const { loaded, reload } = useLoaded(load, null);
  const add = async (event: Parameters<ApiClient['addEvent']>[0]) => {
    setDone('');
    const { events } = await api.addEvent(event);
    const [added] = events;
    if (added === undefined) return;
    setDone(`Added: ${eventName(added)}.`);
    go(addressOf(mondayOf(Date.parse(added.start))));
    reload();
  };
  const remove = (event: EventView) => {
    setFault(null);
    setDone('');
    api
      .removeEvent(event.eventId)
      .then(() => setDone(`Removed: ${eventName(event)}.`), setFault)
      .finally(reload);
  };
  return (
    <>
      <ViewTitle text="Events" />
      <p class="lead">
        What is known to happen: matches, talks, rulings, broadcasts, calls to post. A burst that
        begins with one says so. No verdict changes by it.
      </p>
      {fault && <FaultNote error={fault} />}
      <p class="done" role="status">
        {done}
      </p>
      <LoadFrame loaded={loaded} what="the calendar" reload={reload}>
        {({ monday, events }) => (
          <>
            <Weeks monday={monday} />
            <p class="count" role="status">
              {dayOf(monday)} – {dayOf(monday + 6 * DAY_MS)}, UTC: {counted(events.length, 'event')}
            </p>
            {events.length === 0 ? (
              <Notice
                kind="empty"
                title="The calendar knows of no event that begins in this week"
              />
            ) : (
              <EventList events={events} remove={remove} />
            )}
          </>
        )}
      </LoadFrame>
      <EventForm add={add} />
    </>
  );
}

function Weeks({ monday }: { monday: number }) {
  return (
    <nav class="weeks" aria-label="Weeks">
      <Link class="to-week" href={addressOf(monday - WEEK_MS)}>
        ← Earlier
      </Link>
      <Link class="to-week" href="/events">
        This week
      </Link>
      <Link class="to-week" href={addressOf(monday + WEEK_MS)}>
        Later →
      </Link>
    </nav>
  );
}

function addressOf(monday: number): string {
  return `/events/${isoDay(monday)}`;
}

/** "This week" is that of the monitor's own clock: in a replay it is not the reader's. */
async function findWeek(api: ApiClient, asked: number | undefined) {
  const monday = asked ?? mondayOf(Date.parse((await api.health()).time));
  const [from, to] = [monday, monday + WEEK_MS].map((ms) => new Date(ms).toISOString());
  const { events } = await api.events(new URLSearchParams({ from: `${from}`, to: `${to}` }));
  return { monday, events };
}
