import { describe, expect, it } from 'vitest';
import { accountCreatedMs } from '../../../bench/simulator/blocks/account-age.ts';
import { signUpMs, WAVE_NETWORKS } from '../../../bench/simulator/blocks/sign-up-curve.ts';
import { chanceFrom } from '../../../bench/simulator/chance.ts';
import { O7 } from '../../../bench/simulator/scenarios/o7.ts';
import { simulate } from '../../../bench/simulator/simulate.ts';

const DAY_MS = 86_400_000;
const AT_MS = Date.UTC(2026, 2, 4, 14);

function signUps(network: 'bluesky' | 'mastodon', atMs = AT_MS): readonly number[] {
  const chance = chanceFrom(1);
  return Array.from({ length: 50_000 }, () => signUpMs(chance, network, atMs));
}

function shareBetween(dates: readonly number[], from: string, to: string): number {
  const inside = dates.filter((ms) => ms >= Date.parse(from) && ms < Date.parse(to));
  return inside.length / dates.length;
}

describe('signUpMs', () => {
  it('gives the ten busiest days of Bluesky about a quarter of its accounts', () => {
    const dates = signUps('bluesky');
    const days = Map.groupBy(dates, (ms) => Math.floor(ms / DAY_MS));
    const busiest = [...days.values()].map(({ length }) => length).toSorted((a, b) => b - a);
    const share = busiest.slice(0, 10).reduce((sum, count) => sum + count, 0) / dates.length;

    expect(share).toBeGreaterThan(0.2);
    expect(share).toBeLessThan(0.3);
  });

  it('brings 81 times the usual in the 96 hours after X was shut off in Brazil', () => {
    const dates = signUps('bluesky');
    const usual = shareBetween(dates, '2024-02-16', '2024-08-30') / 196;

    expect(shareBetween(dates, '2024-08-30', '2024-09-03') / 4 / usual).toBeGreaterThan(65);
    expect(shareBetween(dates, '2024-08-30', '2024-09-03') / 4 / usual).toBeLessThan(100);
  });

  it('tells the day only on Mastodon, where the wave of 2022 was the greatest', () => {
    const dates = signUps('mastodon');

    expect(dates.every((ms) => ms % DAY_MS === 0)).toBe(true);
    expect(shareBetween(dates, '2022-10-28', '2022-12-24')).toBeGreaterThan(0.4);
  });

  it.each(WAVE_NETWORKS)('knows no account of %s from the future', (network) => {
    const atMs = Date.UTC(2024, 9, 1);

    expect(signUps(network, atMs).every((ms) => ms < atMs && ms > 0)).toBe(true);
    expect(Math.max(...signUps(network, atMs))).toBeGreaterThan(atMs - 7 * DAY_MS);
  });
});

describe('accountCreatedMs', () => {
  it('stays with the smooth law where no network is named', () => {
    const smooth = accountCreatedMs(chanceFrom(2), AT_MS, 'active');

    expect(accountCreatedMs(chanceFrom(2), AT_MS, 'active', 'x')).toBe(smooth);
    expect(accountCreatedMs(chanceFrom(2), AT_MS, 'active', 'bluesky')).not.toBe(smooth);
  });
});

describe('a scenario on a network that grew in waves', () => {
  it('takes its people from the waves', () => {
    const input = { seed: 1, hashtag: 'night', startMs: AT_MS, posts: 4000 };
    const inWave = (network: 'x' | 'bluesky') => {
      const { accounts } = simulate(O7, { ...input, network });
      const dates = accounts.map(({ createdMs }) => createdMs);
      return shareBetween(dates, '2024-11-13', '2024-11-20');
    };

    expect(inWave('bluesky')).toBeGreaterThan(0.12);
    expect(inWave('x')).toBeLessThan(0.02);
  });
});
