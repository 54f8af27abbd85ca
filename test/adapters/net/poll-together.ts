import { setImmediate as nextTurn } from 'node:timers/promises';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { type NetClient, netClient } from '../../../functions/adapters/net/net-client.ts';
import { SourceError } from '../../../functions/model/errors.ts';
import type { Ledger } from '../../../functions/ports/ledger.ts';
import { type HostileServer, startHostileServer } from './hostile-server.ts';
import type { RateStyle } from './rate-headers.ts';

export type Together = {
  readonly style: RateStyle;
  readonly fromFirst?: boolean;
  readonly limit: number;
  readonly windowMs: number;
  readonly skewMs: number;
  readonly windows: number;
  readonly seed: number;
};

const POLLERS = 10;
const START_MS = Date.parse('2026-11-03T12:02:13.456Z');

/** On the way, and within the server, a request takes so long at most. */
const MOST_LATENCY_MS = 150;

/** A Lambda that begins anew knows nothing of what the one before had drawn. */
const RESTARTS = 1 / 100;

/**
 * Ten pollers, each with a ledger object of its own, ask one server as fast as they may, on a clock
 * that goes on with each request.
 *
 * @returns the server, which counted
 */
export async function pollTogether(
  { limit, windowMs, style, fromFirst = false, skewMs, windows, seed }: Together,
  openLedger: () => Ledger,
): Promise<HostileServer> {
  const chance = chanceOf(seed);
  let nowMs = START_MS;
  const clock = () => nowMs;
  const pass = (mostMs: number) => {
    nowMs += Math.floor(chance() * mostMs);
    return nowMs;
  };
  const server = await startHostileServer({
    limit: { requests: limit, windowMs, style, fromFirst },
    clock: () => pass(MOST_LATENCY_MS),
    skewMs,
  });
  const open = () =>
    netClient(server.host, {
      credential: 'test:shared',
      scheme: 'http',
      allowances: { requests: { requests: limit, windowMs } },
      ledger: openLedger(),
      random: chance,
      clock,
    });

  let underWay = 0;
  async function ask(client: NetClient): Promise<void> {
    underWay += 1;
    await client.ask('/', nowMs).finally(() => {
      underWay -= 1;
    });
    pass(MOST_LATENCY_MS);
  }

  /** No request is on its way for longer than its latency, so long waits begin when all wait. */
  async function wait(error: unknown): Promise<void> {
    if (!(error instanceof SourceError)) throw error;
    while (underWay > 0) await nextTurn();
    pass(windowMs / 100);
  }

  async function poll(): Promise<void> {
    let client = open();
    const endMs = START_MS + windows * windowMs;
    while (nowMs < endMs) {
      if (chance() < RESTARTS) client = open();
      await ask(client).catch(wait);
    }
  }
  await Promise.all(Array.from({ length: POLLERS }, poll));
  return server;
}

function chanceOf(seed: number): () => number {
  const random = xoroshiro128plus(seed);
  return () => (random.next() >>> 0) / 2 ** 32;
}
