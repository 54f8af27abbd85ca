import type { EventsRequest } from '../functions/contract/event.ts';

type Brought = EventsRequest['events'][number];

/** What the form of an event holds, by the names of its fields; a box that is not ticked is absent. */
export type EventFields = Readonly<Record<string, string | undefined>>;

/** The event that a filled form stands for. The API says what is wrong with it, and where. */
export function eventOf(fields: EventFields): Brought {
  const text = (name: string) => fields[name]?.trim() ?? '';
  return {
    // The API checks it: a form offers the kinds that there are.
    kind: text('kind') as Brought['kind'],
    title: text('title') || null,
    start: moment(text('start')),
    end: text('end') === '' ? null : moment(text('end')),
    place: text('place') || null,
    hashtags: text('hashtags')
      .split(/[\s,،]+/u)
      .filter((word) => word !== ''),
    openCall: fields.openCall !== undefined,
    statedBy: text('statedBy'),
  };
}

/** The form asks for times in UTC; a field of time tells neither zone nor, mostly, seconds. */
function moment(value: string): string {
  return `${value}${/T\d\d:\d\d$/.test(value) ? ':00' : ''}Z`;
}
