import { useCallback } from 'preact/hooks';
import { SourceName } from '../functions/contract/words.ts';
import { useApi } from './api-context.ts';
import { useLoaded } from './use-loaded.ts';

/** The sources that this deployment reads; all that we know until it has said so. */
export function useSources(): readonly SourceName[] {
  const api = useApi();
  const load = useCallback(() => api.health(), [api]);
  const { loaded } = useLoaded(load, null);
  return loaded.state === 'ready' ? loaded.value.sources : SourceName.options;
}
