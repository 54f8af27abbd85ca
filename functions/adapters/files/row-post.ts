import type { SourcePost } from '../../model/post.ts';
import { BadLineError } from '../replay/bad-line-error.ts';
import type { ParsedLine } from '../replay/parse-post-line.ts';
import { countOf, idOf, isNothing, listOf, textOf, yesOf } from './cell-values.ts';
import type { Columns } from './columns.ts';
import { foundIn } from './found-in.ts';
import { MOMENT_EXPECTED, momentOf } from './moment.ts';
import type { PostField } from './post-field.ts';
import type { Place, Reading } from './reading.ts';
import { refinedMs } from './snowflake-time.ts';
import { namedHashtags, textHashtags } from './text-hashtags.ts';

export type RowReader = {
  readonly columns: Columns;
  /** Where no column tells the network. */
  readonly source: string;
  readonly reading: Pick<Reading, 'onRemark'>;
  /** What stands in a column of this row; undefined where there is no such column. */
  readonly cell: (column: string) => unknown;
  readonly place: Place;
};

const ID_EXPECTED = 'an id with all its digits (a spreadsheet cuts long ones: export them as text)';

const REPEATS = /^\s*RT @\w+/;

/**
 * A post of a row, its columns known.
 *
 * @throws {BadLineError} for the first field that is not as it must be
 */
export function rowPost(row: RowReader): ParsedLine {
  const id = idIn(row, 'id');
  const text = textOf(at(row, 'text'));
  const createdMs = refinedMs(id, timeIn(row, 'createdAt', false));
  const deletedMs = timeIn(row, 'deletedAt', false);
  if (createdMs === null) throw bad(row, 'createdAt', MOMENT_EXPECTED);
  if (deletedMs !== null && deletedMs <= createdMs)
    throw bad(row, 'deletedAt', 'a time later than createdAt');
  const post = {
    id,
    authorId: idIn(row, 'author'),
    createdMs,
    authorCreatedMs: timeIn(row, 'authorCreatedAt', true),
    repost: isRepost(row, text),
    text,
    hashtags: hashtagsIn(row, text),
    language: textOf(at(row, 'language')),
    followers: followersIn(row),
    ...namesIn(row),
    ...(row.columns.authorPlace === undefined
      ? {}
      : { authorPlace: textOf(at(row, 'authorPlace')) }),
    ...(deletedMs === null ? {} : { deletedMs }),
  };
  return { post, source: textOf(at(row, 'source')) ?? row.source };
}

function at({ columns, cell }: RowReader, field: keyof Columns): unknown {
  const column = columns[field];
  return column === undefined ? undefined : cell(column);
}

function idIn(row: RowReader, field: PostField): string {
  const value = at(row, field);
  const id = isNothing(value) ? null : idOf(value);
  if (id === null) throw bad(row, field, ID_EXPECTED);
  return id;
}

function timeIn(row: RowReader, field: PostField, dayIsEnough: boolean): number | null {
  const value = at(row, field);
  if (isNothing(value)) return null;
  const moment = momentOf(value);
  if (moment === null || (moment.dayOnly && !dayIsEnough)) throw bad(row, field, MOMENT_EXPECTED);
  if (!moment.zoned) row.reading.onRemark('times without a zone were taken as UTC');
  return moment.ms;
}

function isRepost(row: RowReader, text: string | null): boolean {
  const { repost, repostOf } = row.columns;
  if (repostOf !== undefined && !isNothing(at(row, 'repostOf'))) return true;
  if (repost === undefined) return repostOf === undefined && text !== null && REPEATS.test(text);
  const yes = yesOf(at(row, 'repost'));
  if (yes === null) throw bad(row, 'repost', 'true or false');
  return yes;
}

function hashtagsIn(row: RowReader, text: string | null): readonly string[] {
  const named = namedHashtags(listOf(at(row, 'hashtags')));
  return named.length > 0 ? named : textHashtags(text ?? '');
}

function followersIn(row: RowReader): number | null {
  const value = at(row, 'followers');
  if (isNothing(value)) return null;
  const count = countOf(value);
  if (count === null) throw bad(row, 'followers', 'a whole number from 0 up');
  return count;
}

function namesIn(row: RowReader): Pick<SourcePost, 'authorNames'> {
  const { authorName, authorHandle } = row.columns;
  if (authorName === undefined && authorHandle === undefined) return {};
  const names = [at(row, 'authorName'), at(row, 'authorHandle')].map(textOf);
  return { authorNames: [...new Set(names)].filter((name) => name !== null) };
}

const SHOWN = new Set<PostField>([
  'createdAt',
  'authorCreatedAt',
  'deletedAt',
  'followers',
  'repost',
]);

function bad(row: RowReader, field: PostField, expected: string): BadLineError {
  const column = row.columns[field];
  const named = column === undefined || column === field ? field : `${field} (column "${column}")`;
  const found = foundIn(at(row, field), SHOWN.has(field));
  return new BadLineError({ ...row.place, field: named, expected, found });
}
