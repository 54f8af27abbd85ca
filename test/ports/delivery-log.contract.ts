import { describe, expect, it } from 'vitest';
import type { DeliveryLog } from '../../functions/ports/delivery-log.ts';

/** Every adapter of DeliveryLog runs this one suite. */
export function describeDeliveryLog(name: string, open: () => Promise<DeliveryLog>) {
  describe(`DeliveryLog: ${name}`, () => {
    it('remembers an alert on the channel that it went out on, and on no other', async () => {
      const log = await open();
      await log.note('replay:a/1#coordinated', 'slack', 5);
      await log.note('replay:a/1#coordinated', 'slack', 9);

      expect(await log.has('replay:a/1#coordinated', 'slack')).toBe(true);
      expect(await log.has('replay:a/1#coordinated', 'email')).toBe(false);
      expect(await log.has('replay:a/1#suspicious', 'slack')).toBe(false);
    });
  });
}
