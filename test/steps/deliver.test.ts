import { describe, expect, it } from 'vitest';
import { memoryDeliveryLog } from '../../functions/adapters/memory/delivery-log.ts';
import { SourceError } from '../../functions/model/errors.ts';
import { deliver } from '../../functions/steps/deliver.ts';
import { anAlert } from '../support/an-alert.ts';

function open() {
  const shown: string[] = [];
  const state = { fails: false };
  const channel = {
    deliver: async ({ alertId }: { readonly alertId: string }) => {
      if (state.fails) throw new SourceError('slack answered 500', { retryable: true });
      shown.push(alertId);
    },
  };
  return { shown, state, ports: { channel, delivered: memoryDeliveryLog() } };
}

describe('an alert on a channel', () => {
  it('is shown once', async () => {
    const { shown, ports } = open();
    expect(await deliver(anAlert(), 'slack', ports)).toBe(true);
    expect(await deliver(anAlert(), 'slack', ports)).toBe(false);
    expect(shown).toEqual([anAlert().alertId]);
  });

  it('is shown on each channel, and again when it is another', async () => {
    const { shown, ports } = open();
    await deliver(anAlert(), 'slack', ports);
    expect(await deliver(anAlert(), 'other', ports)).toBe(true);
    expect(await deliver(anAlert({ alertId: 'second' }), 'slack', ports)).toBe(true);
    expect(shown).toHaveLength(3);
  });

  it('is tried again after a failure', async () => {
    const { shown, state, ports } = open();
    state.fails = true;
    await expect(deliver(anAlert(), 'slack', ports)).rejects.toThrow('slack answered 500');
    state.fails = false;
    expect(await deliver(anAlert(), 'slack', ports)).toBe(true);
    expect(shown).toHaveLength(1);
  });
});
