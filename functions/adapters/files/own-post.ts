import { parsePostLine } from '../replay/parse-post-line.ts';
import type { JsonShape } from './json-shape.ts';

/** Our own posts, where they stand in a list instead of on lines. */
export const OWN_POST: JsonShape = {
  posts: (record, place) => [() => parsePostLine(JSON.stringify(record), place)],
};
