import { describe, expect, it } from 'vitest';
import { memoryBurstStore } from '../../functions/adapters/memory/burst-store.ts';
import { memoryWatchStore } from '../../functions/adapters/memory/watch-store.ts';
import type { Burst } from '../../functions/model/burst.ts';
import { ConflictError } from '../../functions/model/errors.ts';
import type { Watch } from '../../functions/model/watch.ts';
import { amendBurst } from '../../functions/steps/amend-burst.ts';
import { amendWatch } from '../../functions/steps/amend-watch.ts';
import { aBurst } from '../support/a-burst.ts';
import { aWatch } from '../support/a-watch.ts';

const counted = (burst: Burst): Burst => ({ ...burst, peakPosts: burst.peakPosts + 1 });

describe('a change of a burst', () => {
  it('is not lost when others change it at the same time', async () => {
    const bursts = memoryBurstStore();
    const { watchId, startMs, peakPosts } = await bursts.save(aBurst());
    await Promise.all(
      Array.from({ length: 6 }, () => amendBurst(bursts, watchId, startMs, counted)),
    );
    expect((await bursts.get(watchId, startMs))?.peakPosts).toBe(peakPosts + 6);
  });

  it('that changes nothing writes nothing', async () => {
    const bursts = memoryBurstStore();
    const { watchId, startMs } = await bursts.save(aBurst());
    const left = await amendBurst(bursts, watchId, startMs, (burst) => burst);
    expect(left?.version).toBe(1);
    expect((await bursts.get(watchId, startMs))?.version).toBe(1);
  });

  it('of an unknown burst makes none', async () => {
    const bursts = memoryBurstStore();
    expect(await amendBurst(bursts, 'replay:nobody', 5, counted)).toBeUndefined();
    expect(await bursts.get('replay:nobody', 5)).toBeUndefined();
  });

  it('ends where others are faster every time', async () => {
    const bursts = memoryBurstStore();
    const { watchId, startMs } = await bursts.save(aBurst());
    let tries = 0;
    const busy = {
      get: bursts.get,
      save: async () => {
        tries += 1;
        throw new ConflictError('faster');
      },
    };
    await expect(amendBurst(busy, watchId, startMs, counted)).rejects.toThrow(ConflictError);
    expect(tries).toBe(8);
  });

  it('does not hide another failure', async () => {
    const bursts = memoryBurstStore();
    const { watchId, startMs } = await bursts.save(aBurst());
    const broken = { get: bursts.get, save: () => Promise.reject(new Error('no table')) };
    await expect(amendBurst(broken, watchId, startMs, counted)).rejects.toThrow('no table');
  });
});

describe('a change of a watch', () => {
  const bursting = (watch: Watch): Watch =>
    watch.state === 'active' ? { ...watch, state: 'bursting' } : watch;

  it('is made on what is stored now, if that is newer than what was read', async () => {
    const watches = memoryWatchStore();
    const old = await watches.save(aWatch());
    const health = { state: 'stale', reason: 'slow', sinceMs: 5 } as const;
    await watches.save({ ...old, health });

    await amendWatch(watches, old, bursting);

    expect(await watches.get(old.watchId)).toMatchObject({ state: 'bursting', health });
  });

  it('leaves a watch paused that was paused meanwhile', async () => {
    const watches = memoryWatchStore();
    const old = await watches.save(aWatch());
    await watches.save({ ...old, state: 'paused' });

    await amendWatch(watches, old, bursting);

    expect((await watches.get(old.watchId))?.state).toBe('paused');
  });

  it('brings no watch back that was removed', async () => {
    const watches = memoryWatchStore();
    const old = await watches.save(aWatch());
    await watches.remove(old.watchId);

    await amendWatch(watches, old, bursting);

    expect(await watches.get(old.watchId)).toBeUndefined();
  });

  it('that changes nothing writes nothing', async () => {
    const watches = memoryWatchStore();
    const old = await watches.save(aWatch());
    await amendWatch(watches, old, (watch) => watch);
    expect((await watches.get(old.watchId))?.version).toBe(1);
  });
});
