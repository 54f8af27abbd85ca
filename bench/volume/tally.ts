/** The longest burst that is injected, in polls. */
export const BURST_POLLS = 12;

/** What came of one injected change, over many hashtags. */
export type TrialTally = {
  trials: number;
  /** Alarms while it lasted. */
  alarms: number;
  /** Alarms of the same polls as they were without it. */
  usual: number;
  /** Trials with an alarm. */
  seen: number;
  /** Of these, how many had their first alarm at the first poll, the second, and so on. */
  readonly delays: number[];
};

/** False alarms of hashtags that nobody pushes. */
export type AlarmTally = { alarms: number; squares: number };

/** What one level of one detector came to. */
export type Tally = {
  tags: number;
  /** Of 90 days, the first included. */
  readonly whole: AlarmTally;
  readonly firstWeek: AlarmTally;
  readonly firstDay: AlarmTally;
  /** By the name of the trial. */
  readonly trials: Record<string, TrialTally>;
};

/** By detector and level, in the order of the bench's detectors. */
export type Tallies = readonly (readonly Tally[])[];

export function freshTally(trials: readonly string[]): Tally {
  return {
    tags: 0,
    whole: { alarms: 0, squares: 0 },
    firstWeek: { alarms: 0, squares: 0 },
    firstDay: { alarms: 0, squares: 0 },
    trials: Object.fromEntries(
      trials.map((name) => [
        name,
        { trials: 0, alarms: 0, usual: 0, seen: 0, delays: new Array<number>(BURST_POLLS).fill(0) },
      ]),
    ),
  };
}

/** Adds up two values of one shape, number by number. */
export function sumOf<Value>(one: Value, other: Value): Value {
  return added(one, other) as Value;
}

function added(one: unknown, other: unknown): unknown {
  if (typeof one === 'number' && typeof other === 'number') return one + other;
  if (Array.isArray(one) && Array.isArray(other)) {
    return one.map((value, index) => added(value, other[index]));
  }
  if (isRecord(one) && isRecord(other)) {
    return Object.fromEntries(
      Object.entries(one).map(([name, value]) => [name, added(value, other[name])]),
    );
  }
  throw new Error('sumOf requires two values of one shape');
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
