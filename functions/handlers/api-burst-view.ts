import type { BurstBrief, BurstView, VolumeView } from '../contract/burst.ts';
import type { VolumeChunk } from '../model/baseline.ts';
import { type Burst, versionsDiffer } from '../model/burst.ts';
import type { BurstReading, OccasionReading } from './api-deps.ts';
import { occasionView } from './api-event-view.ts';
import { instant, instantOrNull } from './api-instant.ts';
import { verdictBrief, verdictView } from './api-verdict-view.ts';

export function burstBrief(reading: BurstReading): BurstBrief {
  const { burst, words, volume } = reading;
  return {
    burstId: burst.burstId,
    watchId: burst.watchId,
    source: burst.source,
    place: burst.place,
    hashtag: burst.hashtag,
    ...(burst.display !== undefined && { display: burst.display }),
    start: instant(burst.startMs),
    end: instantOrNull(burst.endMs),
    severity: burst.severity,
    young: burst.young,
    expected: burst.expected,
    peakPosts: burst.peakPosts,
    bucketMinutes: burst.bucketMinutes,
    verdict: verdictBrief(burst.verdict, words),
    firstSuspicious: instantOrNull(burst.firstSuspiciousMs),
    firstCoordinated: instantOrNull(burst.firstCoordinatedMs),
    shadow: shadowView(burst),
    surge: burst.surge,
    volume: volumeView(volume),
  };
}

export function burstView(
  reading: BurstReading & { readonly occasion: OccasionReading },
): BurstView {
  const { burst, words } = reading;
  return {
    ...burstBrief(reading),
    verdict: verdictView(burst.verdict, words),
    sample: burst.sample,
    assessedUntil: burst.assessedUntilMs === 0 ? null : instant(burst.assessedUntilMs),
    alert: alertView(burst.alert),
    occasion: occasionView(reading.occasion),
  };
}

function shadowView(burst: Burst): BurstBrief['shadow'] {
  if (burst.shadow === null) return null;
  const { firstSuspiciousMs, firstCoordinatedMs, ...shadow } = burst.shadow;
  return {
    ...shadow,
    standing: [...shadow.standing],
    firstSuspicious: instantOrNull(firstSuspiciousMs),
    firstCoordinated: instantOrNull(firstCoordinatedMs),
    differs: versionsDiffer(burst),
  };
}

function alertView(alert: Burst['alert']): BurstView['alert'] {
  if (alert === null) return null;
  const { level, state, raisedMs, sentMs } = alert;
  return { level, state, raised: instant(raisedMs), sent: instantOrNull(sentMs) };
}

function volumeView(volume: VolumeChunk | null): VolumeView | null {
  if (volume === null) return null;
  return { ...volume, posts: [...volume.posts], expected: [...volume.expected] };
}
