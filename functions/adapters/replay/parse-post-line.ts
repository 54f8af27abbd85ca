import type * as z from 'zod';
import { normaliseHashtag } from '../../model/hashtag.ts';
import type { SourcePost } from '../../model/post.ts';
import { type BadLine, BadLineError } from './bad-line-error.ts';
import { describeFound } from './describe-found.ts';
import { EXPECTED, PostLine } from './post-line.ts';

export type ParsedLine = { readonly post: SourcePost; readonly source: string };

type Place = Pick<BadLine, 'file' | 'line'>;

/**
 * One line of JSON into a post, its hashtags normalised and each named once.
 *
 * @throws {BadLineError} for the first field that is not as it must be
 */
export function parsePostLine(text: string, place: Place): ParsedLine {
  const value = parseJson(text, place);
  const parsed = PostLine.safeParse(value);
  if (!parsed.success) throw badField(value, parsed.error, place);
  return { post: toPost(parsed.data, place), source: parsed.data.source };
}

function toPost(line: PostLine, place: Place): SourcePost {
  const createdMs = Date.parse(line.createdAt);
  const post = {
    id: line.id,
    authorId: line.author,
    createdMs,
    authorCreatedMs: line.authorCreatedAt === null ? null : Date.parse(line.authorCreatedAt),
    repost: line.repost,
    text: line.text,
    hashtags: normalised(line.hashtags),
    language: line.language ?? null,
    followers: line.followers ?? null,
    ...authorSays(line),
  };
  return line.deletedAt ? { ...post, deletedMs: lifeEnd(line, createdMs, place) } : post;
}

function authorSays({ authorName, authorHandle, authorPlace }: PostLine) {
  return {
    ...((authorName || authorHandle) && { authorNames: [authorName ?? '', authorHandle ?? ''] }),
    ...(authorPlace !== undefined && { authorPlace }),
  };
}

function normalised(hashtags: readonly string[]): readonly string[] {
  const names = hashtags.map(normaliseHashtag);
  return names.length > 1 ? [...new Set(names)] : names;
}

/** A post that ends before it begins would count as standing for ever or never: neither is true. */
function lifeEnd(line: PostLine, createdMs: number, place: Place): number {
  const deletedMs = Date.parse(line.deletedAt ?? '');
  if (deletedMs > createdMs) return deletedMs;
  const found = `${line.deletedAt} for a post of ${line.createdAt}`;
  throw new BadLineError({ ...place, field: 'deletedAt', expected: EXPECTED.deletedAt, found });
}

function parseJson(text: string, place: Place): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // The parser's own message quotes the input, which may be a post's text: not passed on.
    const found = `${text.length} characters that are not JSON`;
    throw new BadLineError({ ...place, field: 'line', expected: 'one JSON object', found });
  }
}

function badField(value: unknown, error: z.ZodError, place: Place): BadLineError {
  const [field, index] = error.issues[0]?.path ?? [];
  if (typeof field !== 'string' || !isField(field)) {
    const found = describeFound('line', value);
    return new BadLineError({ ...place, field: 'line', expected: 'one JSON object', found });
  }
  const whole: unknown = Reflect.get(Object(value), field);
  const inList = typeof index === 'number' && Array.isArray(whole);
  return new BadLineError({
    ...place,
    field: inList ? `${field}[${index}]` : field,
    expected: EXPECTED[field],
    found: describeFound(field, inList ? whole[index] : whole),
  });
}

function isField(field: string): field is keyof PostLine {
  return field in EXPECTED;
}
