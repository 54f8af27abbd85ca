import type { DetectorState, KeyState, SeverityState } from '../../model/baseline.ts';
import { InputError, StoredItemError } from '../../model/errors.ts';

/** Raise it when the layout changes: a state of another layout is refused, not misread. */
const LAYOUT = 2;

const SEASON_VALUES = 48;
/** Sums, and the tails of three timescales. */
const DOUBLES = 18;
const SINGLES = 9;

/** Bytes of every packed state. */
export const DETECTOR_BYTES = 4 + 8 * DOUBLES + 2 * 4 + 4 * (SINGLES + SEASON_VALUES);

/** Numbers of the state in the order in which they are stored, as doubles. */
const SUMS = [
  'polls',
  'posts',
  'exposure',
  'levelPolls',
  'recentPosts',
  'recentExpected',
  'excessVariance',
  'squaredMean',
  'evidence',
  'room',
] as const satisfies readonly (keyof DetectorState)[];
const KEYS = ['short', 'middle', 'long'] as const;
const SEVERITIES = ['notice', 'alert'] as const;

/**
 * Packs a detector's state without loss: doubles as they are, `season` and the tails in the single
 * precision that they are learned in.
 *
 * @throws {InputError} if `season` or a tail holds a value that single precision cannot
 */
export function encodeDetector(state: DetectorState): Uint8Array {
  const singles = [...KEYS.flatMap((name) => tailOf(state[name])), ...state.season];
  if (singles.length !== SINGLES + SEASON_VALUES || singles.some((one) => Math.fround(one) !== one))
    throw new InputError(
      `season and tails must be ${SINGLES + SEASON_VALUES} single-precision values`,
    );
  const view = new DataView(new ArrayBuffer(DETECTOR_BYTES));
  view.setUint8(0, LAYOUT);
  SEVERITIES.forEach((name, index) => {
    view.setUint8(1 + index, Number(state[name].inBurst));
  });
  let at = 4;
  for (const value of doublesOf(state)) {
    view.setFloat64(at, value);
    at += 8;
  }
  for (const name of SEVERITIES) {
    view.setUint32(at, state[name].quiet);
    at += 4;
  }
  for (const value of singles) {
    view.setFloat32(at, value);
    at += 4;
  }
  return new Uint8Array(view.buffer);
}

/** @throws {StoredItemError} if `bytes` were not made by `encodeDetector` */
export function decodeDetector(bytes: Uint8Array): DetectorState {
  if (bytes.length !== DETECTOR_BYTES || bytes[0] !== LAYOUT)
    throw new StoredItemError(
      `detector state must be ${DETECTOR_BYTES} bytes of layout ${LAYOUT}, got ${bytes.length} of ${bytes[0]}`,
    );
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const double = (index: number): number => finite(view.getFloat64(4 + 8 * index));
  const single = (index: number): number =>
    finite(view.getFloat32(4 + 8 * DOUBLES + 2 * 4 + 4 * index));
  const key = (index: number): KeyState => ({
    posts: double(SUMS.length + 2 * index),
    polls: double(SUMS.length + 2 * index + 1),
    tail: {
      limit: single(3 * index),
      excessSum: single(3 * index + 1),
      excessCount: single(3 * index + 2),
    },
  });
  const severity = (index: number): SeverityState => ({
    inBurst: view.getUint8(1 + index) === 1,
    peak: double(SUMS.length + 2 * KEYS.length + index),
    quiet: view.getUint32(4 + 8 * DOUBLES + 4 * index),
  });
  const sums = Object.fromEntries(SUMS.map((name, index) => [name, double(index)]));
  return {
    ...(sums as Record<(typeof SUMS)[number], number>),
    short: key(0),
    middle: key(1),
    long: key(2),
    notice: severity(0),
    alert: severity(1),
    season: Array.from({ length: SEASON_VALUES }, (_, index) => single(SINGLES + index)),
  };
}

/** In the order in which `decodeDetector` takes them. */
function doublesOf(state: DetectorState): readonly number[] {
  return [
    ...SUMS.map((name) => state[name]),
    ...KEYS.flatMap((name) => [state[name].posts, state[name].polls]),
    ...SEVERITIES.map((name) => state[name].peak),
  ];
}

function tailOf({ tail }: KeyState): readonly number[] {
  return [tail.limit, tail.excessSum, tail.excessCount];
}

function finite(value: number): number {
  if (!Number.isFinite(value)) throw new StoredItemError('detector state must hold finite numbers');
  return value;
}
