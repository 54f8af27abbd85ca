import type { LogRecord } from '../functions/adapters/log.ts';
import { minute } from './minute.ts';

const DAY_MS = 86_400_000;

/** How old a watch's baseline is, as the poll function logged it, in a line; '' where it is ready. */
export function ageWords(fields: LogRecord['fields']): string {
  const at = (name: string) => Number(fields[name]);
  switch (fields.age) {
    case 'reading': {
      const days = (untilMs: number) => Math.round((untilMs - at('fromMs')) / DAY_MS);
      return `reading its past: ${days(at('readMs'))} of ${days(at('untilMs'))} days`;
    }
    case 'young':
      return `baseline is young: tells bursts from ${minute(at('readyMs'))} UTC on, until then only very large ones`;
    case 'taught':
      return `taught what its source knew since ${minute(at('fromMs'))} UTC`;
    default:
      return '';
  }
}
