import type { Chance } from '../chance.ts';

/**
 * A standard normal number.
 *
 * @source Box and Muller (1958), Ann. Math. Stat. 29(2), 610-611
 */
export function drawNormal(chance: Chance): number {
  const radius = Math.sqrt(-2 * Math.log(1 - chance.uniform()));
  return radius * Math.cos(2 * Math.PI * chance.uniform());
}
