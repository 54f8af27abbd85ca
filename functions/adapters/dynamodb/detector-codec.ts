import type { DetectorState, KeyState, SeverityState } from '../../model/baseline.ts';
import { InputError, StoredItemError } from '../../model/errors.ts';

/** Raise it when the layout changes: a state of another layout is refused, not misread. */
const LAYOUT = 1;

const SEASON_VALUES = 48;
const DOUBLES = 22;

/** Bytes of every packed state. */
export const DETECTOR_BYTES = 4 + 8 * DOUBLES + 2 * 4 + 4 * SEASON_VALUES;

/** Stands in the hour's byte for "nothing to correct". */
const NO_HOUR = 255;

/**
 * Packs a detector's state without loss: doubles as they are, `season` in the single precision that it is
 * learned in.
 *
 * @throws {InputError} if `season` holds a value that single precision cannot
 */
export function encodeDetector(state: DetectorState): Uint8Array {
  const { season, notice, alert, last } = state;
  if (season.length !== SEASON_VALUES || season.some((value) => Math.fround(value) !== value))
    throw new InputError(`season must be ${SEASON_VALUES} single-precision values`);
  const view = new DataView(new ArrayBuffer(DETECTOR_BYTES));
  view.setUint8(0, LAYOUT);
  view.setUint8(1, Number(notice.inBurst));
  view.setUint8(2, Number(alert.inBurst));
  view.setUint8(3, last.hour < 0 ? NO_HOUR : last.hour);
  let at = 4;
  for (const value of doublesOf(state)) {
    view.setFloat64(at, value);
    at += 8;
  }
  for (const { quiet } of [notice, alert]) {
    view.setUint32(at, quiet);
    at += 4;
  }
  for (const value of season) {
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
  let at = 4;
  const double = (): number => {
    at += 8;
    return finite(view.getFloat64(at - 8));
  };
  const key = (): KeyState => ({
    posts: double(),
    polls: double(),
    tail: { limit: double(), excessSum: double(), excessCount: double() },
  });
  const polls = double();
  const posts = double();
  const exposure = double();
  const levelPosts = double();
  const levelPolls = double();
  const excessVariance = double();
  const squaredMean = double();
  const evidence = double();
  const short = key();
  const long = key();
  const peaks = [double(), double()] as const;
  const learned = double();
  const room = double();
  const hour = view.getUint8(3);
  const severity = (index: 0 | 1): SeverityState => ({
    inBurst: view.getUint8(1 + index) === 1,
    peak: peaks[index],
    quiet: view.getUint32(at + 4 * index),
  });
  return {
    polls,
    posts,
    exposure,
    levelPosts,
    levelPolls,
    excessVariance,
    squaredMean,
    evidence,
    short,
    long,
    notice: severity(0),
    alert: severity(1),
    season: Array.from({ length: SEASON_VALUES }, (_, index) =>
      finite(view.getFloat32(at + 8 + 4 * index)),
    ),
    last: { hour: hour === NO_HOUR ? -1 : hour, learned, room },
  };
}

/** In the order in which `decodeDetector` takes them. */
function doublesOf(state: DetectorState): readonly number[] {
  const ofKey = ({ posts, polls, tail }: KeyState) => [
    posts,
    polls,
    tail.limit,
    tail.excessSum,
    tail.excessCount,
  ];
  return [
    state.polls,
    state.posts,
    state.exposure,
    state.levelPosts,
    state.levelPolls,
    state.excessVariance,
    state.squaredMean,
    state.evidence,
    ...ofKey(state.short),
    ...ofKey(state.long),
    state.notice.peak,
    state.alert.peak,
    state.last.learned,
    state.last.room,
  ];
}

function finite(value: number): number {
  if (!Number.isFinite(value)) throw new StoredItemError('detector state must hold finite numbers');
  return value;
}
