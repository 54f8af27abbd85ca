import type { ComponentChildren } from 'preact';
import type { Loaded } from '../use-loaded.ts';
import { Notice } from './notice.tsx';

/** Shows what was loaded, or why there is nothing to show. */
export function LoadFrame<T>(props: {
  loaded: Loaded<T>;
  what: string;
  reload: () => void;
  children: (value: T) => ComponentChildren;
}) {
  const { loaded, what, reload } = props;
  if (loaded.state === 'loading') return <Notice kind="loading" title={`Loading ${what} …`} />;
  if (loaded.state === 'failed') {
    return (
      <Notice kind="failed" title={`Could not load ${what}`}>
        <p class="detail">{loaded.error.message}</p>
        <button type="button" onClick={reload}>
          Try again
        </button>
      </Notice>
    );
  }
  return (
    <>
      {loaded.refreshError && (
        <p class="stale-note" role="status">
          Not refreshed: {loaded.refreshError.message}. Shown as it was last known.
        </p>
      )}
      {props.children(loaded.value)}
    </>
  );
}
