import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { EventView } from '../../functions/contract/event.ts';
import { ApiFault } from '../api-client.ts';
import { type EventFields, eventOf } from '../event-request.ts';
import { KIND_WORDS } from '../event-words.ts';
import { FaultNote } from './fault-note.tsx';
import { FormField } from './form-field.tsx';

type FormProps = {
  /** Rejects with what the API said of it. */
  readonly add: (event: ReturnType<typeof eventOf>) => Promise<unknown>;
};

/** Puts a known event into the calendar. What the API refuses is told beside the field. */
export function EventForm({ add }: FormProps) {
  const form = useRef<HTMLFormElement>(null);
  const [fault, setFault] = useState<Error | null>(null);
  const faults = faultsByField(fault);
  const says = (name: string) => ({ name, fault: faults.get(name) });
  useEffect(() => {
    form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [fault]);
  const submit = (event: JSX.TargetedSubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const { currentTarget } = event;
    const fields = Object.fromEntries(new FormData(currentTarget)) as EventFields;
    setFault(null);
    add(eventOf(fields)).then(() => currentTarget.reset(), setFault);
  };
  return (
    <form ref={form} class="card event-form" aria-labelledby="add-event" onSubmit={submit}>
      <h2 id="add-event">Add an event</h2>
      <p class="fine">
        Bring it before the fact, and whole programmes rather than single events: one that is
        entered because a burst was seen is no evidence. Files come in by{' '}
        <code>turfwatch events import</code>.
      </p>
      {fault !== null && faults.size === 0 && <FaultNote error={fault} />}
      <div class="fields">
        <label>
          Kind
          <select name="kind">{KINDS}</select>
        </label>
        <FormField {...says('title')} label="Title" dir="auto" maxLength={120} />
        <FormField {...says('start')} label="Starts, UTC" type="datetime-local" required />
        <FormField {...says('end')} label="Ends, UTC (if known)" type="datetime-local" />
        <FormField {...says('place')} label="Place" dir="auto" maxLength={120} />
        <FormField {...says('hashtags')} label="Hashtags" dir="auto" placeholder="#derby #ڈربی" />
        <FormField
          {...says('statedBy')}
          label="Who says so"
          type="url"
          required
          placeholder="https://league.example/fixtures"
        />
        <label class="tick">
          <input type="checkbox" name="openCall" /> It is itself a public call to post
        </label>
      </div>
      <button type="submit" class="primary">
        Add the event
      </button>
    </form>
  );
}

const KINDS = (Object.entries(KIND_WORDS) as [EventView['kind'], string][]).map(([kind, words]) => (
  <option key={kind} value={kind}>
    {words}
  </option>
));

/** The first of each field. The API names them `events.0.start`, and `events.0.hashtags.1`. */
function faultsByField(fault: Error | null): ReadonlyMap<string, string> {
  const faults = fault instanceof ApiFault ? fault.errors : [];
  const byField = faults.map(
    ({ field, detail }) => [field.split('.')[2] ?? field, detail] as const,
  );
  return new Map(byField.reverse());
}
