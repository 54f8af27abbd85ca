export type Moment = {
  /** Epoch milliseconds. */
  readonly ms: number;
  /** Whether a zone was written beside it; without one it was taken as UTC. */
  readonly zoned: boolean;
  /** Whether it names a day only, and so no moment at all. */
  readonly dayOnly: boolean;
};

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

const ZONE = '(Z|UTC|GMT|[+-]\\d\\d(?::?\\d\\d)?)';
const CLOCK = '(\\d\\d):(\\d\\d)(?::(\\d\\d)(?:[.,](\\d{1,9}))?)?';
const DAY = /^(\d{4})-(\d\d)-(\d\d)$/;
const ISO = new RegExp(`^(\\d{4})-(\\d\\d)-(\\d\\d)[T ] ?${CLOCK} ?${ZONE}?$`, 'i');
/** X until 2023: Wed Oct 10 20:19:24 +0000 2018. */
const OLD_X = new RegExp(`^[a-z]{3} ([a-z]{3}) (\\d\\d) ${CLOCK} ${ZONE} (\\d{4})$`, 'i');
/** Of mail and feeds: Wed, 10 Oct 2018 20:19:24 +0000. */
const MAIL = new RegExp(`^(?:[a-z]{3}, )?(\\d{1,2}) ([a-z]{3}) (\\d{4}) ${CLOCK} ?${ZONE}?$`, 'i');
const EPOCH = /^\d{9,19}(\.\d+)?$/;

export const MOMENT_EXPECTED =
  'a time such as 2018-10-10T20:19:24Z, 2018-10-10 20:19:24, Wed Oct 10 20:19:24 +0000 2018, or epoch seconds or milliseconds';

/**
 * The moment that a value names, however its source writes it; null for what names none. Days
 * written with slashes are none: nobody can tell 01/02/2018 from 2 January.
 */
export function momentOf(value: unknown): Moment | null {
  if (value instanceof Date) return moment(value.getTime(), true);
  if (typeof value === 'number' || typeof value === 'bigint') return ofEpoch(Number(value));
  if (typeof value !== 'string') return null;
  const text = value.trim();
  if (EPOCH.test(text)) return ofEpoch(Number(text));
  return ofIso(text) ?? ofDay(text) ?? ofOldX(text) ?? ofMail(text);
}

function moment(ms: number, zoned: boolean, dayOnly = false): Moment | null {
  return Number.isFinite(ms) ? { ms: Math.floor(ms), zoned, dayOnly } : null;
}

/** Seconds, milliseconds, micro- or nanoseconds: told by size, from 1973 to 5138. */
function ofEpoch(number: number): Moment | null {
  if (!(number >= 1e8) || number >= 1e20) return null;
  if (number < 1e11) return moment(Math.round(number * 1000), true);
  if (number < 1e14) return moment(number, true);
  return moment(number < 1e17 ? number / 1e3 : number / 1e6, true);
}

function ofIso(text: string): Moment | null {
  const found = ISO.exec(text);
  if (!found) return null;
  const [, year, month, day, ...rest] = found;
  return assembled([year, month, day], rest);
}

function ofDay(text: string): Moment | null {
  const [, year, month, day] = DAY.exec(text) ?? [];
  const ms = dayStart(year, month, day);
  return ms === null ? null : moment(ms, true, true);
}

function ofOldX(text: string): Moment | null {
  const found = OLD_X.exec(text);
  if (!found) return null;
  const [, month, day, hours, minutes, seconds, fraction, zone, year] = found;
  return assembled([year, numberOfMonth(month), day], [hours, minutes, seconds, fraction, zone]);
}

function ofMail(text: string): Moment | null {
  const found = MAIL.exec(text);
  if (!found) return null;
  const [, day, month, year, ...rest] = found;
  return assembled([year, numberOfMonth(month), day], rest);
}

type Part = string | undefined;

function assembled([year, month, day]: readonly Part[], clock: readonly Part[]): Moment | null {
  const [hours, minutes, seconds = '0', fraction = '0', zone] = clock;
  const startMs = dayStart(year, month, day);
  const minute = Number(hours) * 60 + Number(minutes);
  if (startMs === null || minute >= 1440 || Number(minutes) > 59 || Number(seconds) > 59) {
    return null;
  }
  const withinMs = minute * 60_000 + Number(seconds) * 1000 + Number(`0.${fraction}`) * 1000;
  return moment(startMs + Math.floor(withinMs + 1e-6) - offsetMs(zone), zone !== undefined);
}

/** Null for a day that no calendar has. */
function dayStart(year: Part, month: Part, day: Part): number | null {
  const ms = Date.UTC(Number(year), Number(month) - 1, Number(day));
  const date = new Date(ms);
  const real = date.getUTCMonth() === Number(month) - 1 && date.getUTCDate() === Number(day);
  return real ? ms : null;
}

function numberOfMonth(name: Part): string {
  return String(MONTHS.indexOf((name ?? '').toLowerCase()) + 1);
}

function offsetMs(zone: Part): number {
  const [, sign, hours, minutes = '0'] = /^([+-])(\d\d):?(\d\d)?$/.exec(zone ?? '') ?? [];
  const ms = (Number(hours ?? 0) * 60 + Number(minutes)) * 60_000;
  return sign === '-' ? -ms : ms;
}
