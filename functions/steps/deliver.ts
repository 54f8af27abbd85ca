import type { AlertMessage } from '../model/alert.ts';
import type { Channel } from '../ports/channel.ts';
import type { DeliveryLog } from '../ports/delivery-log.ts';

/**
 * Shows an alert on a channel, once: queues may bring it again.
 *
 * @returns false if it was shown before
 * @throws {SourceError} if the channel could not take it
 */
export async function deliver(
  alert: AlertMessage,
  name: string,
  ports: { readonly channel: Channel; readonly delivered: DeliveryLog },
): Promise<boolean> {
  if (await ports.delivered.has(alert.alertId, name)) return false;
  await ports.channel.deliver(alert);
  await ports.delivered.note(alert.alertId, name, alert.raisedMs);
  return true;
}
