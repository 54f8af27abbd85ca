import type { IngestStore } from '../ports/ingest-store.ts';

export type DrawSettings = {
  readonly batchesAMinute: number;
  readonly linesAMinute: number;
};

const MINUTE_MS = 60_000;

/**
 * Counts a batch against what one partner may hand in in a minute.
 *
 * @returns milliseconds until it may be handed in again; 0 where it may pass
 */
export async function admitBatch(
  partner: string,
  lines: number,
  atMs: number,
  store: Pick<IngestStore, 'draw'>,
  { batchesAMinute, linesAMinute }: DrawSettings,
): Promise<number> {
  const drawn = await store.draw(partner, lines, atMs);
  const fits = drawn.batches <= batchesAMinute && drawn.lines <= linesAMinute;
  return fits ? 0 : MINUTE_MS - (atMs % MINUTE_MS);
}
