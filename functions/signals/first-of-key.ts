import { mix } from './hash-word.ts';

/** Who came first with a key: a hash table of whole numbers that never grows. */
export type FirstOfKey = {
  /** @returns who came first with this key of 32 bits; `member` itself if nobody did */
  meet(key: number, member: number): number;
  clear(): void;
};

/** @param most members that can come between two calls of `clear` */
export function firstOfKey(most: number): FirstOfKey {
  const slots = 2 ** Math.ceil(Math.log2(2 * most + 2));
  const keys = new Int32Array(slots);
  /** One more than the member; 0 for an empty slot. */
  const members = new Int32Array(slots);
  return {
    meet(key, member) {
      const wanted = key | 0;
      let slot = mix(wanted) & (slots - 1);
      while (members[slot] !== 0) {
        if (keys[slot] === wanted) return (members[slot] ?? 0) - 1;
        slot = (slot + 1) & (slots - 1);
      }
      keys[slot] = wanted;
      members[slot] = member + 1;
      return member;
    },
    clear: () => members.fill(0),
  };
}
