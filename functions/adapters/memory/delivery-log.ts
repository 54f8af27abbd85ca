import type { DeliveryLog } from '../../ports/delivery-log.ts';

export function memoryDeliveryLog(): DeliveryLog {
  const delivered = new Set<string>();
  const noteOf = (alertId: string, channel: string) => `${channel}#${alertId}`;
  return {
    has: async (alertId, channel) => delivered.has(noteOf(alertId, channel)),
    async note(alertId, channel) {
      delivered.add(noteOf(alertId, channel));
    },
  };
}
