import { describe, expect, it } from 'vitest';
import type { CheckGroup } from '../../cli/check-groups.ts';
import { checkUsual } from '../../cli/check-usual.ts';
import type { Post } from '../../functions/model/post.ts';
import { postColumns } from '../../functions/signals/post-columns.ts';
import { aPost } from '../support/a-post.ts';

type Tagged = Readonly<Record<string, readonly Post[]>>;

/** Posts of one source by hashtag. */
function groupsOf(source: string, byHashtag: Tagged): CheckGroup[] {
  const columns = postColumns();
  return Object.entries(byHashtag).map(([hashtag, posts]) => ({
    ...{ source, hashtag, columns, coTags: {}, deletionsKnown: false },
    rows: Int32Array.from(posts.map(columns.add)),
  }));
}

const authors = (count: number, from: number, language = 'en') =>
  Array.from({ length: count }, (_, n) => aPost(from + n, { language }));
/** Another post of the same author. */
const again = (post: Post, at: number): Post => ({ ...post, id: `again-${at}` });

const one = authors(50, 0, 'ur');
const groups = groupsOf('x', {
  one,
  other: [...authors(120, 1000), ...one.slice(0, 20).map(again)],
  third: authors(60, 5000, 'tr'),
  thin: authors(49, 7000),
});

describe('checkUsual', () => {
  it('takes who never posted the hashtag, of its source only', () => {
    const elsewhere = groupsOf('y', { one: authors(200, 9000, 'de') });
    const usual = checkUsual([...groups, ...elsewhere])({ source: 'x', hashtag: 'one' });

    expect(usual).toMatchObject({ of: 'input', accounts: 229 });
    expect(usual?.languages).toEqual(
      new Map([
        ['en', 169],
        ['tr', 60],
      ]),
    );
  });

  it('knows none where fewer than a hundred others are in the input, or few carry the hashtag', () => {
    const few = groupsOf('x', { one, other: authors(99, 1000) });

    expect(checkUsual(few)({ source: 'x', hashtag: 'one' })).toBeUndefined();
    expect(checkUsual(groups)({ source: 'x', hashtag: 'thin' })).toBeUndefined();
    expect(
      checkUsual(groupsOf('x', { one: authors(500, 0) }))({ source: 'x', hashtag: 'one' }),
    ).toBeUndefined();
  });

  it('says the same when asked again', () => {
    const usualOf = checkUsual(groups);
    const first = usualOf({ source: 'x', hashtag: 'third' });
    usualOf({ source: 'x', hashtag: 'one' });

    expect(usualOf({ source: 'x', hashtag: 'third' })).toEqual(first);
  });
});
