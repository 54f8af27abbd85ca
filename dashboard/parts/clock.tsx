import { useCallback } from 'preact/hooks';
import { useApi } from '../api-context.ts';
import { useLoaded } from '../use-loaded.ts';
import { dayOf, timeOf } from '../wording.ts';

const REFRESH_MS = 15_000;

/** The monitor's own clock: in a replay it is not the reader's. */
export function Clock() {
  const api = useApi();
  const load = useCallback(() => api.health(), [api]);
  const { loaded } = useLoaded(load, REFRESH_MS);
  if (loaded.state === 'loading') return <span class="clock" />;
  const up = loaded.state === 'ready' && loaded.refreshError === null;
  return (
    <span class={`clock ${up ? 'up' : 'down'}`} role="status">
      {loaded.state === 'ready' && up
        ? `${dayOf(loaded.value.time)}, ${timeOf(loaded.value.time)} UTC`
        : 'The monitor does not answer'}
    </span>
  );
}
