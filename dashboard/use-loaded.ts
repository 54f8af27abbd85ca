import { useCallback, useEffect, useState } from 'preact/hooks';

/** What was asked for; a refresh that fails leaves what was there, and says so. */
export type Loaded<T> =
  | { readonly state: 'loading' }
  | { readonly state: 'failed'; readonly error: Error }
  | { readonly state: 'ready'; readonly value: T; readonly refreshError: Error | null };

/**
 * Loads now, and again `refreshMs` after each answer while the page is in sight.
 *
 * @param load must be stable (useCallback): another one loads anew
 * @param refreshMs null loads once
 */
export function useLoaded<T>(load: () => Promise<T>, refreshMs: number | null) {
  const [loaded, setLoaded] = useState<Loaded<T>>({ state: 'loading' });
  const [round, setRound] = useState(0);
  const reload = useCallback(() => setRound((before) => before + 1), []);

  useEffect(() => setLoaded({ state: 'loading' }), [load]);

  useEffect(() => {
    let current = true;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const ask = () =>
      load()
        .then(
          (value) => current && setLoaded({ state: 'ready', value, refreshError: null }),
          (error: Error) => current && setLoaded((before) => failed(before, error)),
        )
        .finally(() => {
          if (current && refreshMs !== null) timer = setTimeout(whenSeen, refreshMs);
        });
    const whenSeen = () => {
      if (!document.hidden) return void ask();
      document.addEventListener('visibilitychange', whenSeen, { once: true });
    };
    ask();
    return () => {
      current = false;
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', whenSeen);
    };
  }, [load, refreshMs, round]);

  return { loaded, reload };
}

function failed<T>(before: Loaded<T>, error: Error): Loaded<T> {
  return before.state === 'ready' ? { ...before, refreshError: error } : { state: 'failed', error };
}
