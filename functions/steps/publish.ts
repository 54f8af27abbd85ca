import { parseBurstId } from '../model/burst.ts';
import { counterOf } from '../model/surge.ts';
import type { BaselineStore } from '../ports/baseline-store.ts';
import type { BurstStore } from '../ports/burst-store.ts';
import type { EventStore } from '../ports/event-store.ts';
import type { TideStore } from '../ports/tide-store.ts';
import type { Topic } from '../ports/topic.ts';
import { amendBurst } from './amend-burst.ts';
import { composeAlert } from './compose-alert.ts';
import { occasionOf } from './occasion-of.ts';
import { publishSurge } from './publish-surge.ts';
import { type VolumeFrame, volumeAround } from './volume-around.ts';

export type PublishPorts = {
  readonly bursts: BurstStore;
  readonly baselines: Pick<BaselineStore, 'load' | 'volume'>;
  readonly events: Pick<EventStore, 'get'>;
  readonly topic: Topic;
};

export type SweepPorts = PublishPorts & { readonly tides: TideStore };

export type PublishSettings = { readonly pageUrl: string };

const SWEEP = 100;

/** Bars that fit one line of a phone, a third of them before the burst. */
const SPARK: VolumeFrame = { before: 12, after: 24, most: 36 };

/**
 * Sends a burst's alert if it is still pending. It is marked as sent after the topic took it, so a
 * crash between the two sends it again under the same id.
 *
 * @returns the alert's id; undefined if there was none to send
 */
export async function publish(
  burstId: string,
  atMs: number,
  ports: PublishPorts,
  settings: PublishSettings,
): Promise<string | undefined> {
  const key = parseBurstId(burstId);
  const burst = key && (await ports.bursts.get(key.watchId, key.startMs));
  if (burst?.alert?.state !== 'pending') return undefined;

  const volume = await volumeAround(burst, SPARK, ports.baselines);
  const occasion = await occasionOf(burst, ports);
  const message = composeAlert(burst, volume?.posts ?? [], occasion, settings.pageUrl);
  if (message === undefined) return undefined;
  await ports.topic.publish(message);
  await amendBurst(ports.bursts, burst.watchId, burst.startMs, (now) =>
    now.alert?.alertId === message.alertId && now.alert.state === 'pending'
      ? { ...now, alert: { ...now.alert, state: 'sent', sentMs: atMs } }
      : now,
  );
  return message.alertId;
}

/**
 * Sends what a crash or a lost queue left pending, surges first. One that cannot be sent holds up none of
 * the others.
 *
 * @returns the ids that were sent
 * @throws {AggregateError} after the last, if any could not be sent
 */
export async function sweepAlerts(
  atMs: number,
  ports: SweepPorts,
  settings: PublishSettings,
): Promise<readonly string[]> {
  const surges = await ports.tides.pendingNotices(SWEEP);
  const alerts = await ports.bursts.pendingAlerts(SWEEP);
  const sent: string[] = [];
  const failures: unknown[] = [];
  const jobs = [
    ...surges.map((tide) => () => publishSurge(counterOf(tide), atMs, ports, settings)),
    ...alerts.map(
      ({ burstId }) =>
        () =>
          publish(burstId, atMs, ports, settings),
    ),
  ];
  for (const job of jobs) {
    try {
      const alertId = await job();
      if (alertId !== undefined) sent.push(alertId);
    } catch (error) {
      failures.push(error);
    }
  }
  if (failures.length === 0) return sent;
  throw new AggregateError(failures, `${failures.length} pending alerts could not be sent`);
}
