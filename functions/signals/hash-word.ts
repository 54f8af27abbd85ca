/** FNV-1a over UTF-16 code units, seeded, then mixed: equal strings meet, others hardly ever. */
export function hashWord(word: string, seed: number): number {
  let hash = 0x811c9dc5 ^ seed;
  for (let at = 0; at < word.length; at++) {
    hash = Math.imul(hash ^ word.charCodeAt(at), 0x01000193);
  }
  return mix(hash);
}

/**
 * Scatters 32 bits so that each bit of the result hangs on each bit given. One to one.
 *
 * @source Appleby, MurmurHash3 (public domain), fmix32
 */
export function mix(value: number): number {
  let mixed = value ^ (value >>> 16);
  mixed = Math.imul(mixed, 0x85ebca6b);
  mixed ^= mixed >>> 13;
  mixed = Math.imul(mixed, 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}
