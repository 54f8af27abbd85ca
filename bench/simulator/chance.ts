import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

/** Seeded chance: the only source of variety in the simulator. */
export type Chance = {
  /** The next number in [0, 1). */
  uniform(): number;
  /**
   * Chance of its own for a part of the work, told by its name alone: what one part draws
   * never shifts what another gets.
   */
  fork(name: string): Chance;
};

/** Equal seeds give equal draws. */
export function chanceFrom(seed: number | string): Chance {
  const generator = xoroshiro128plus(hash(String(seed)));
  return {
    uniform: () => uniformFloat64(generator),
    fork: (name) => chanceFrom(`${seed}/${name}`),
  };
}

/** FNV-1a, then the finaliser of MurmurHash3: neighbouring seeds must not give related generators. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) {
    value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  }
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35);
  return value ^ (value >>> 16);
}
