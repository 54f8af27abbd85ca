import { hashWord, mix } from './hash-word.ts';

/** Hashes, ids or names by number, in the order in which they were first met. */
export type NumberedHashes = {
  size(): number;
  /** The number of a string, given to it now if it has none. */
  numberOf(text: string): number;
};

const FIRST_SLOTS = 128;
const SEEDS = [0x2545f491, 0x9e3779b9] as const;

/**
 * Keeps 64 bits of each in typed arrays, at most half full: a million strings in a Map take four
 * times the memory, and the garbage collector walks through them again and again. That two of a
 * million meet by chance happens once in 40 million inputs.
 */
export function numberedHashes(): NumberedHashes {
  let slots = emptySlots(FIRST_SLOTS);
  let size = 0;

  function grow(): void {
    const old = slots;
    slots = emptySlots(2 * old.numbers.length);
    old.numbers.forEach((number, slot) => {
      if (number !== 0) put(old.high[slot] ?? 0, old.low[slot] ?? 0, number);
    });
  }

  function put(high: number, low: number, number: number): void {
    const slot = slotOf(slots, high, low);
    slots.high[slot] = high;
    slots.low[slot] = low;
    slots.numbers[slot] = number;
  }

  return {
    size: () => size,
    numberOf(text) {
      const high = hashWord(text, SEEDS[0]) | 0;
      const low = hashWord(text, SEEDS[1]) | 0;
      const known = slots.numbers[slotOf(slots, high, low)] ?? 0;
      if (known !== 0) return known - 1;
      size++;
      if (2 * size > slots.numbers.length) grow();
      put(high, low, size);
      return size - 1;
    },
  };
}

type Slots = {
  readonly high: Int32Array;
  readonly low: Int32Array;
  /** One more than the number; 0 for an empty slot. */
  readonly numbers: Int32Array;
};

function emptySlots(count: number): Slots {
  return {
    high: new Int32Array(count),
    low: new Int32Array(count),
    numbers: new Int32Array(count),
  };
}

/** Where these bits stand, or where they would. */
function slotOf({ high, low, numbers }: Slots, wantedHigh: number, wantedLow: number): number {
  const mask = numbers.length - 1;
  let slot = mix(wantedHigh ^ wantedLow) & mask;
  while (numbers[slot] !== 0 && (high[slot] !== wantedHigh || low[slot] !== wantedLow)) {
    slot = (slot + 1) & mask;
  }
  return slot;
}
