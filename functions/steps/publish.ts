import { type Burst, parseBurstId } from '../model/burst.ts';
import type { BaselineStore } from '../ports/baseline-store.ts';
import type { BurstStore } from '../ports/burst-store.ts';
import type { Topic } from '../ports/topic.ts';
import { amendBurst } from './amend-burst.ts';
import { composeAlert } from './compose-alert.ts';

export type PublishPorts = {
  readonly bursts: BurstStore;
  readonly baselines: Pick<BaselineStore, 'load' | 'volume'>;
  readonly topic: Topic;
};

export type PublishSettings = { readonly pageUrl: string };

const SWEEP = 100;
const HOUR_MS = 3_600_000;

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

  const message = composeAlert(burst, await volumeOf(burst, ports), settings.pageUrl);
  if (message === undefined) return undefined;
  await ports.topic.publish(message);
  await amendBurst(ports.bursts, burst.watchId, burst.startMs, (now) =>
    now.alert?.alertId === message.alertId && now.alert.state === 'pending'
      ? { ...now, alert: { ...now.alert, state: 'sent', sentMs: atMs } }
      : now,
  );
  return message.alertId;
}

/** Sends what a crash or a lost queue left pending. @returns the ids that were sent */
export async function sweepAlerts(
  atMs: number,
  ports: PublishPorts,
  settings: PublishSettings,
): Promise<readonly string[]> {
  const sent: string[] = [];
  for (const { burstId } of await ports.bursts.pendingAlerts(SWEEP)) {
    const alertId = await publish(burstId, atMs, ports, settings);
    if (alertId !== undefined) sent.push(alertId);
  }
  return sent;
}

async function volumeOf(burst: Burst, ports: PublishPorts) {
  const fromMs = burst.startMs - HOUR_MS;
  const full = await ports.baselines.volume(burst.watchId, fromMs, burst.startMs + 24 * HOUR_MS);
  const filling = (await ports.baselines.load(burst.watchId))?.volume;
  return filling ? [...full, filling] : full;
}
