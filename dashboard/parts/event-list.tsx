import type { EventView } from '../../functions/contract/event.ts';
import { eventName, KIND_WORDS, timesOf } from '../event-words.ts';
import { isoDay } from '../week.ts';
import { weekdayOf } from '../wording.ts';
import { HashtagName } from './hashtag-name.tsx';

type ListProps = {
  readonly events: readonly EventView[];
  readonly remove: (event: EventView) => void;
};

/** Known events by the day on which they begin, in UTC. */
export function EventList({ events, remove }: ListProps) {
  const days = [...Map.groupBy(events, ({ start }) => isoDay(Date.parse(start)))];
  return (
    <>
      {days.map(([day, ofDay]) => (
        <section key={day} class="card day" aria-labelledby={`day-${day}`}>
          <h2 id={`day-${day}`}>{weekdayOf(day)}</h2>
          <ul>
            {ofDay.map((event) => (
              <EventItem key={event.eventId} event={event} remove={remove} />
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}

function EventItem({ event, remove }: { event: EventView; remove: ListProps['remove'] }) {
  const { kind, title, place, hashtags, openCall, statedBy } = event;
  const name = eventName(event);
  return (
    <li>
      <time dateTime={event.start}>{timesOf(event)}</time>
      <div class="what">
        <p class="name">
          <bdi>{name}</bdi>
        </p>
        <p class="meta">
          {title !== null && <span>{KIND_WORDS[kind]}</span>}
          {place !== null && <bdi>{place}</bdi>}
          {hashtags.map((hashtag) => (
            <HashtagName key={hashtag} hashtag={hashtag} />
          ))}
          {hashtags.length === 0 && <span>names no hashtag</span>}
          {openCall && <span class="tag">public call to post</span>}
          <span>
            says{' '}
            <a href={statedBy} rel="noreferrer nofollow" target="_blank">
              {new URL(statedBy).host}
            </a>
          </span>
        </p>
      </div>
      <button type="button" onClick={() => sure(name) && remove(event)}>
        Remove<span class="unseen"> {name}</span>
      </button>
    </li>
  );
}

function sure(name: string): boolean {
  return confirm(
    `Remove “${name}” from the calendar? Bursts that began with it tell of it no more.`,
  );
}
