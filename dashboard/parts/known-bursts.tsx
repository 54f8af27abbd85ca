import { useCallback } from 'preact/hooks';
import type { SourceName } from '../../functions/contract/words.ts';
import { useApi } from '../api-context.ts';
import { useLoaded } from '../use-loaded.ts';
import { BurstItem } from './burst-item.tsx';

const MOST = 3;

/**
 * What the monitor knows of a hashtag beside a check of it. A check sees only the posts that stand
 * at that moment: it may find nothing in what a watch, which saw posts vanish, called coordinated.
 */
export function KnownBursts({ source, hashtag }: { source: SourceName; hashtag: string }) {
  const api = useApi();
  const load = useCallback(async () => {
    const { bursts } = await api.bursts(new URLSearchParams({ source, q: hashtag, limit: '50' }));
    return bursts.filter((burst) => burst.hashtag === hashtag).slice(0, MOST);
  }, [api, source, hashtag]);
  const { loaded } = useLoaded(load, null);
  const bursts = loaded.state === 'ready' ? loaded.value : [];
  return (
    <section class="known" aria-labelledby="known-title">
      <h2 id="known-title">Beside this check</h2>
      <p class="means">
        A check sees only the posts that stand when it reads. Posts that vanished before, and the
        hashtag’s own past, only a watch sees.
        {loaded.state === 'ready' && bursts.length === 0 && ' No burst of this hashtag is known.'}
      </p>
      <ul class="bursts">
        {bursts.map((burst) => (
          <BurstItem key={burst.burstId} burst={burst} />
        ))}
      </ul>
    </section>
  );
}
