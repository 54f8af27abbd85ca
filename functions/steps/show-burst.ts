import { parseBurstId } from '../model/burst.ts';
import type { BurstReading, ReadPorts } from './list-bursts.ts';
import { verdictWords } from './verdict-words.ts';
import { type VolumeFrame, volumeAround } from './volume-around.ts';

/** Six hours before at five minutes a bucket; the chart takes at most two and a half days. */
const CHART: VolumeFrame = { before: 72, after: 36, most: 720 };

/** One burst with its verdict in words and the volume around it. @returns undefined if there is none */
export async function showBurst(
  burstId: string,
  ports: ReadPorts,
): Promise<BurstReading | undefined> {
  const key = parseBurstId(burstId);
  if (key === undefined) return undefined;
  const burst = await ports.bursts.get(key.watchId, key.startMs);
  if (burst === undefined) return undefined;
  const volume = await volumeAround(burst, CHART, ports.baselines);
  return { burst, words: verdictWords(burst.verdict), volume };
}
