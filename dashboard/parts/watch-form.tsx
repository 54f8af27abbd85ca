import { useState } from 'preact/hooks';
import type { WatchRequest } from '../../functions/contract/watch.ts';
import { Interval } from '../../functions/contract/words.ts';
import { useSources } from '../use-sources.ts';
import { NO_TARGET, TargetFields, targetOf } from './target-fields.tsx';

const INTERVALS = [...Interval.values];

export function WatchForm({ add }: { add: (wish: WatchRequest) => void }) {
  const sources = useSources();
  const [draft, setDraft] = useState(NO_TARGET);
  const [minutes, setMinutes] = useState<WatchRequest['intervalMinutes']>(5);
  return (
    <form
      class="card row"
      aria-labelledby="add-watch"
      onSubmit={(event) => {
        event.preventDefault();
        add({ ...targetOf(draft, sources), intervalMinutes: minutes });
      }}
    >
      <h2 id="add-watch">Watch another</h2>
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
