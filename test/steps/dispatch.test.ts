import { expect, it } from 'vitest';
import { memoryWatchStore } from '../../functions/adapters/memory/watch-store.ts';
import { X_CAPABILITY } from '../../functions/adapters/x/capability.ts';
import type { PollDue } from '../../functions/ports/messages.ts';
import { DISPATCHING } from '../../functions/settings/dispatching.ts';
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

  expect(await dispatch(atMs, ports, DISPATCHING)).toBe(names.length);
  expect(sent.map(({ watch }) => watch.watchId).sort()).toEqual(
    names.map((one) => `replay:${one}`),
  );
  expect(new Set(sent.map((due) => due.atMs))).toEqual(new Set([atMs]));
});

it('a watch that changes its slot while it is looked for is due once', async () => {
  const { ports, sent } = await open();
  const both = { due: async () => [aWatch({ watchId: 'replay:a' })] };

  expect(await dispatch(HOUR, { ...ports, watches: both }, DISPATCHING)).toBe(1);
  expect(sent).toHaveLength(1);
});

it('a burst, open or suspected, is looked at twice a minute where that costs nothing', async () => {
  const watches = memoryWatchStore();
  const some = [
    aWatch({ watchId: 'mastodon:a@one.example', source: 'mastodon', state: 'bursting' }),
    aWatch({ watchId: 'bluesky:b', source: 'bluesky', state: 'suspected' }),
    aWatch({ watchId: 'x:c', source: 'x', state: 'bursting' }),
    aWatch({ watchId: 'replay:d', state: 'bursting' }),
    aWatch({ watchId: 'bluesky:e', source: 'bluesky', intervalMinutes: 1, phaseMinutes: 0 }),
  ];
  for (const watch of some) await watches.save(watch);
  const sent: { readonly delay: number | undefined; readonly due: readonly PollDue[] }[] = [];
  const polls = {
    send: async (due: readonly PollDue[], delay?: number) => void sent.push({ delay, due }),
  };

  expect(await dispatch(HOUR, { watches, polls }, DISPATCHING)).toBe(5);
  const [first, late, second] = sent;
  expect(first).toMatchObject({ delay: undefined, due: { length: 4 } });
  expect(late).toMatchObject({ delay: 20, due: [{ watch: { source: 'x' }, atMs: HOUR + 20_000 }] });
  expect(second?.delay).toBe(30);
  expect(second?.due.map(({ watch, ...due }) => [watch.watchId, due])).toEqual([
    ['mastodon:a@one.example', { atMs: HOUR + 30_000, again: true }],
    ['bluesky:b', { atMs: HOUR + 30_000, again: true }],
  ]);
});

it('a network that answers late is asked so much later that the newest bucket counts', async () => {
  const lag = X_CAPABILITY.countLagMs ?? 0;

  expect(lag).toBeGreaterThan(0);
  expect(DISPATCHING.delayMsOf.get('x')).toBeGreaterThan(lag);
});
