import { useState } from 'preact/hooks';
import type { WatchRequest } from '../../functions/contract/watch.ts';
import { Interval } from '../../functions/contract/words.ts';
import { useSources } from '../use-sources.ts';
import { FaultNote } from './fault-note.tsx';
import { NO_TARGET, TargetFields, targetOf } from './target-fields.tsx';

const INTERVALS = [...Interval.values];

type FormProps = {
  /** Rejects with what the API said of it. */
  readonly add: (wish: WatchRequest) => Promise<unknown>;
};

export function WatchForm({ add }: FormProps) {
  const sources = useSources();
  const [draft, setDraft] = useState(NO_TARGET);
  const [fault, setFault] = useState<Error | null>(null);
  const [minutes, setMinutes] = useState<WatchRequest['intervalMinutes']>(5);
  return (
    <form
      class="card row"
      aria-labelledby="add-watch"
      onSubmit={(event) => {
        event.preventDefault();
        setFault(null);
        add({ ...targetOf(draft, sources), intervalMinutes: minutes }).then(
          () => setDraft({ ...draft, hashtag: '' }),
          setFault,
        );
      }}
    >
      <h2 id="add-watch">Watch another</h2>
      {fault && <FaultNote error={fault} />}
      <TargetFields draft={draft} sources={sources} change={setDraft} />
      <label>
        Every
        <select
          name="intervalMinutes"
          value={minutes}
          onChange={(event) =>
            setMinutes(INTERVALS.find((one) => String(one) === event.currentTarget.value))
          }
        >
          {INTERVALS.map((one) => (
            <option key={one} value={one}>
              {one} min
            </option>
          ))}
        </select>
      </label>
      <button type="submit" class="primary">
        Watch
      </button>
    </form>
  );
}
