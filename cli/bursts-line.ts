import { BadLineError } from '../functions/adapters/replay/bad-line-error.ts';

/** One count of a volume file. */
export type VolumePoint = {
  readonly line: number;
  readonly startMs: number;
  readonly posts: number;
};

type Place = { readonly file: string; readonly line: number };

const VOLUME_HEADER = 'timestamp,value';

const TIME = /^(\d{4}-\d{2}-\d{2})[ T](\d{2}:\d{2}(?::\d{2})?)(\.\d+)?(Z|[+-]\d{2}:\d{2})?$/;
const COUNT = /^\d+(?:\.\d+)?(?:e\+?\d+)?$/i;
const LONGEST_SHOWN = 40;

/** A line such as `2015-02-26 21:42:53,104`; a time that names no zone is UTC. @throws {BadLineError} */
export function parseVolumeLine(text: string, place: Place): VolumePoint {
  const fields = text.split(',');
  const [time = '', count = ''] = fields.map((field) => field.trim());
  if (fields.length !== 2) {
    throw bad(place, 'line', `two fields, ${VOLUME_HEADER}`, `${fields.length}`);
  }
  const startMs = parseTime(time);
  if (startMs === undefined) {
    throw bad(place, 'timestamp', 'a time such as 2015-02-26 21:42:53, UTC', quote(time));
  }
  const posts = COUNT.test(count) ? Number(count) : Number.NaN;
  if (!Number.isFinite(posts)) throw bad(place, 'value', 'a count, 0 or more', quote(count));
  return { line: place.line, startMs, posts };
}

/** @throws {BadLineError} */
export function requireHeader(text: string, place: Place): void {
  const found = text.replace(/^\uFEFF/, '').trim();
  if (found.toLowerCase() !== VOLUME_HEADER)
    throw bad(place, 'header', VOLUME_HEADER, quote(found));
}

function parseTime(text: string): number | undefined {
  const parts = TIME.exec(text);
  if (parts === null) return undefined;
  const [, date, clock, fraction = '', zone = 'Z'] = parts;
  const day = Date.parse(`${date}T00:00Z`);
  const time = Date.parse(`${date}T${clock}${clock?.length === 5 ? ':00' : ''}${fraction}${zone}`);
  // The 31st of a short month would silently become the 1st of the next.
  const isReal = Number.isFinite(time) && new Date(day).toISOString().startsWith(`${date}`);
  return isReal ? time : undefined;
}

function bad({ file, line }: Place, field: string, expected: string, found: string): BadLineError {
  return new BadLineError({ file, line, field, expected, found });
}

function quote(text: string): string {
  return JSON.stringify(text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN)}…` : text);
}
