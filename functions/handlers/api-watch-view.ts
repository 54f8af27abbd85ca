import type { WatchView } from '../contract/watch.ts';
import type { Watch, WatchHealth } from '../model/watch.ts';
import { instant } from './api-instant.ts';

export function watchView(watch: Watch): WatchView {
  const { watchId, source, place, hashtag, intervalMinutes, state } = watch;
  return {
    watchId,
    source,
    place,
    hashtag,
    intervalMinutes,
    state,
    health: healthView(watch.health),
    createdAt: instant(watch.createdMs),
  };
}

function healthView(health: WatchHealth): WatchView['health'] {
  if (health.state === 'ok') return health;
  return { state: 'stale', reason: health.reason, since: instant(health.sinceMs) };
}
