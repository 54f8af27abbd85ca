import { expect, it } from 'vitest';
import { memoryWatchStore } from '../../functions/adapters/memory/watch-store.ts';
import type { PollDue } from '../../functions/ports/messages.ts';
import { dispatch } from '../../functions/steps/dispatch.ts';
import { aWatch } from '../support/a-watch.ts';

const HOUR = Date.UTC(2026, 0, 6, 12);
const MINUTE_MS = 60_000;

async function open() {
  const watches = memoryWatchStore();
  const sent: PollDue[] = [];
  const some = [
    aWatch({ watchId: 'replay:a', phaseMinutes: 3 }),
    aWatch({ watchId: 'replay:b', phaseMinutes: 4 }),
    aWatch({ watchId: 'replay:c', intervalMinutes: 15, phaseMinutes: 13 }),
    aWatch({ watchId: 'replay:d', intervalMinutes: 60, phaseMinutes: 13 }),
    aWatch({ watchId: 'replay:e', state: 'bursting' }),
    aWatch({ watchId: 'replay:f', phaseMinutes: 3, state: 'paused' }),
    aWatch({ watchId: 'replay:g', intervalMinutes: 1, phaseMinutes: 0 }),
  ];
  for (const watch of some) await watches.save(watch);
  const polls = { send: async (messages: readonly PollDue[]) => void sent.push(...messages) };
  return { ports: { watches, polls }, sent };
}

it.each([
  [3, ['a', 'e', 'g']],
  [4, ['b', 'e', 'g']],
  [5, ['e', 'g']],
  [13, ['a', 'c', 'd', 'e', 'g']],
  [28, ['a', 'c', 'e', 'g']],
])('%i minutes after the hour every watch of the minute is due, once', async (minutes, names) => {
  const { ports, sent } = await open();
  const atMs = HOUR + minutes * MINUTE_MS + 500;

  expect(await dispatch(atMs, ports)).toBe(names.length);
  expect(sent.map(({ watch }) => watch.watchId).sort()).toEqual(
    names.map((one) => `replay:${one}`),
  );
  expect(new Set(sent.map((due) => due.atMs))).toEqual(new Set([atMs]));
});

it('a watch that changes its slot while it is looked for is due once', async () => {
  const { ports, sent } = await open();
  const both = { due: async () => [aWatch({ watchId: 'replay:a' })] };

  expect(await dispatch(HOUR, { ...ports, watches: both })).toBe(1);
  expect(sent).toHaveLength(1);
});
