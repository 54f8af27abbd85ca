import { BadLineError } from '../replay/bad-line-error.ts';
import type { Reading } from './reading.ts';

/** What is read; undefined where it is bad and `onBad` lets the reading go on. */
export function readOrTell<T>(read: () => T, { onBad }: Pick<Reading, 'onBad'>): T | undefined {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof BadLineError)) throw error;
    onBad(error);
    return undefined;
  }
}
