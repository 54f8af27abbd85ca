import type { Chance } from '../chance.ts';

/** An opaque id: `digits` hex digits, at most 12 (48 bits: among 30,000 one in 600,000 runs holds a pair). */
export function drawHex(chance: Chance, digits: number): string {
  return Math.floor(chance.uniform() * 16 ** digits)
    .toString(16)
    .padStart(digits, '0');
}
