import { parseBurstId } from '../model/burst.ts';
import type { Occasion } from '../model/known-event.ts';
import type { BurstReading, ReadPorts } from './list-bursts.ts';
import { type OccasionPorts, occasionOf } from './occasion-of.ts';
import { isOpenly, occasionWords } from './occasion-words.ts';
import { verdictWords } from './verdict-words.ts';
import { type VolumeFrame, volumeAround } from './volume-around.ts';

/** Six hours before at five minutes a bucket; the chart takes at most two and a half days. */
const CHART: VolumeFrame = { before: 72, after: 36, most: 720 };

export type ShownBurst = BurstReading & {
  readonly occasion: {
    readonly occasion: Occasion;
    /** Coordinated, as it was publicly called for. */
    readonly openly: boolean;
    readonly sentences: readonly string[];
  };
};

/** One burst with its verdict in words, the volume around it and what the calendar says of it. @returns undefined if there is none */
export async function showBurst(
  burstId: string,
  ports: ReadPorts & OccasionPorts,
): Promise<ShownBurst | undefined> {
  const key = parseBurstId(burstId);
  if (key === undefined) return undefined;
  const burst = await ports.bursts.get(key.watchId, key.startMs);
  if (burst === undefined) return undefined;
  const [volume, occasion] = await Promise.all([
    volumeAround(burst, CHART, ports.baselines),
    occasionOf(burst, ports),
  ]);
  const level = burst.verdict?.level ?? null;
  return {
    burst,
    words: verdictWords(burst.verdict),
    volume,
    occasion: {
      occasion,
      openly: isOpenly(occasion, level),
      sentences: occasionWords(occasion, level),
    },
  };
}
