import type { ParsedLine } from '../replay/parse-post-line.ts';
import type { Place } from './reading.ts';

/** How posts stand in the JSON of a network. */
export type JsonShape = {
  /**
   * The posts of one record: a page, or a single post. Each is read only when called, so that one
   * that is bad does not take the others with it.
   *
   * @throws {BadLineError} as does each of them
   */
  readonly posts: (record: unknown, place: Place) => readonly (() => ParsedLine)[];
};

/** The field of an object; undefined where there is none, or no object. */
export function fieldOf(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return undefined;
  return Reflect.get(value, name);
}
