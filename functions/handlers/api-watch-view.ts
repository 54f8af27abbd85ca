import type { WatchView } from '../contract/watch.ts';
import type { BaselineAge } from '../model/baseline-age.ts';
import type { Watch, WatchHealth, WatchOrigin } from '../model/watch.ts';
import { instant, instantOrNull } from './api-instant.ts';

/** @param nowMs when it is asked for */
export function watchView(watch: Watch, nowMs: number): WatchView {
  const { watchId, source, place, hashtag, intervalMinutes, state } = watch;
  return {
    watchId,
    source,
    place,
    hashtag,
    ...(watch.display !== undefined && { display: watch.display }),
    intervalMinutes,
    state,
    health: healthView(watch.health),
    baseline: watch.baseline === undefined ? null : baselineView(watch.baseline, watch, nowMs),
    origin: watch.origin === undefined ? null : originView(watch.origin),
    createdAt: instant(watch.createdMs),
  };
}

function originView({ list, untilMs }: WatchOrigin): WatchView['origin'] {
  return { list, until: instant(untilMs) };
}

function healthView(health: WatchHealth): WatchView['health'] {
  if (health.state === 'ok') return health;
  const { reason, sinceMs, retryAtMs } = health;
  return {
    state: 'stale',
    reason,
    since: instant(sinceMs),
    retryAt: instantOrNull(retryAtMs ?? null),
  };
}

function baselineView(
  age: BaselineAge,
  { state, health }: Watch,
  nowMs: number,
): WatchView['baseline'] {
  if (age.state === 'ready') return age;
  if (age.state === 'taught') return { state: 'taught', from: instant(age.fromMs) };
  if (age.state === 'young') {
    // Empty buckets of a quiet hashtag are learned late; a watch that is not polled learns nothing.
    const learns = state !== 'paused' && health.state === 'ok';
    if (learns && age.readyMs <= nowMs) return { state: 'ready' };
    return { state: 'young', readyAt: instant(age.readyMs) };
  }
  const { fromMs, readMs, untilMs } = age;
  return {
    state: 'reading',
    from: instant(fromMs),
    read: instant(readMs),
    until: instant(untilMs),
  };
}
