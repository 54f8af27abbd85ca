/** Four kinds and no more: V8 reads arrays of a fifth kind many times slower wherever they meet. */
type Numbers = Float64Array | Int32Array | Uint32Array | Uint8Array;

/** Numbers in rows, of one kind: a typed array that grows. */
export type TypedColumn<Kind extends Numbers> = {
  push(value: number): void;
  /** @returns 0 for a row that is not there */
  of(row: number): number;
  set(row: number, value: number): void;
  /** These rows, in this order. */
  pick(rows: ArrayLike<number>): Kind;
};

const FIRST_ROWS = 64;

/** @param make an array of so many zeros */
export function typedColumn<Kind extends Numbers>(make: (rows: number) => Kind): TypedColumn<Kind> {
  let values = make(FIRST_ROWS);
  let rows = 0;

  function grow(): void {
    const larger = make(2 * values.length);
    larger.set(values);
    values = larger;
  }

  return {
    push(value) {
      if (rows === values.length) grow();
      values[rows++] = value;
    },
    of: (row) => values[row] ?? 0,
    set(row, value) {
      values[row] = value;
    },
    pick(wanted) {
      const picked = make(wanted.length);
      for (let at = 0; at < wanted.length; at++) picked[at] = values[wanted[at] ?? 0] ?? 0;
      return picked;
    },
  };
}
