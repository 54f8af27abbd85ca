import { FIRST, judgeFamilies } from './judged-families.ts';
import { markdownTable } from './markdown-table.ts';
import type { PartOptions } from './part.ts';

const TENTHS = 10;

/** Strength against what the bursts were. */
export async function benchCalibration({ detection }: PartOptions): Promise<string> {
  const judged = await judgeFamilies(detection);
  const met = judged.flatMap(({ family, first }) =>
    (first[0] ?? []).map(({ strength }) => ({ strength, coordinated: family.coordinated })),
  );
  const rows = Array.from({ length: TENTHS }, (_, tenth) => {
    const within = met.filter(
      ({ strength }) => Math.min(TENTHS - 1, Math.floor(strength * TENTHS)) === tenth,
    );
    const coordinated = within.filter((one) => one.coordinated).length;
    return [
      `${(tenth / TENTHS).toFixed(1)} to ${((tenth + 1) / TENTHS).toFixed(1)}`,
      String(within.length),
      String(coordinated),
      within.length === 0 ? null : coordinated / within.length,
    ];
  });
  const share = met.filter((one) => one.coordinated).length / met.length;
  return [
    '### Calibration',
    '',
    `Strength at the first ${FIRST} posts, and how many of the bursts with it were coordinated. Strength ranks and is no probability: the last column holds for this mix of bursts only, of which ${share.toFixed(2)} are coordinated, and would fall with their share in life.`,
    '',
    markdownTable(['strength', 'bursts', 'coordinated', 'share'], rows),
    '',
  ].join('\n');
}
