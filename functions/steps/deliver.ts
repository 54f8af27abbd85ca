import type { Message } from '../model/alert.ts';
import type { Channel } from '../ports/channel.ts';
import type { DeliveryLog } from '../ports/delivery-log.ts';

/**
 * Shows a message on a channel, once: queues may bring it again.
 *
 * @returns false if it was shown before
 * @throws {SourceError} if the channel could not take it
 */
export async function deliver(
  message: Message,
  name: string,
  ports: { readonly channel: Channel; readonly delivered: DeliveryLog },
): Promise<boolean> {
  if (await ports.delivered.has(message.alertId, name)) return false;
  await ports.channel.deliver(message);
  await ports.delivered.note(message.alertId, name, message.raisedMs);
  return true;
}
