import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { SourcePost } from '../../functions/model/post.ts';
import type { Secret } from '../../functions/ports/secret.ts';
import { NAMES } from '../../functions/settings/names.ts';
import { markPlace } from '../../functions/signals/place-mark.ts';
import { markText } from '../../functions/signals/text-mark.ts';
import { sealPost } from '../../functions/steps/seal-post.ts';

const secret: Secret = {
  pseudonym: (source, accountId) =>
    createHmac('sha256', 'key').update(`${source}:${accountId}`).digest('hex').slice(0, 20),
  textSeed: 7,
};

const TEXT = 'Meet us at the old bridge tonight, friends of the river';

const post: SourcePost = {
  id: 'p1',
  authorId: 'ada.of.the.river',
  createdMs: 1_000,
  authorCreatedMs: 500,
  repost: true,
  text: TEXT,
  hashtags: ['bridge'],
  language: 'en',
  followers: 100,
  deletedMs: 9_000,
};

describe('sealPost', () => {
  it.each([
    ['in the post’s future', 1_000 + 2 * 86_400_000],
    ['of a clock that was never set', 0],
    ['of a language’s first moment', Date.parse('0001-01-01T00:00:00Z')],
  ])('takes the date of an account %s for unknown', (_, authorCreatedMs) => {
    expect(sealPost({ ...post, authorCreatedMs }, 'x', secret).accountCreatedMs).toBeNull();
  });

  it('takes the day of the post, in any zone, for the date of an account', () => {
    const authorCreatedMs = 1_000 + 86_400_000;
    expect(sealPost({ ...post, authorCreatedMs }, 'x', secret).accountCreatedMs).toBe(
      authorCreatedMs,
    );
  });

  it('keeps what evidence needs, under a pseudonym', () => {
    expect(sealPost(post, 'x', secret)).toEqual({
      id: 'p1',
      account: secret.pseudonym('x', 'ada.of.the.river'),
      createdMs: 1_000,
      accountCreatedMs: 500,
      repost: true,
      text: markText(TEXT, 7),
      language: 'en',
      followersBucket: 6,
      deletedMs: null,
    });
  });

  it('lets no author, text or deletion through', () => {
    const kept = JSON.stringify(sealPost(post, 'x', secret));

    for (const word of ['ada', 'river', 'bridge', 'tonight', '9000']) {
      expect(kept).not.toContain(word);
    }
  });

  it('keeps of names a class and of a place a mark, and no letter of either', () => {
    const said = { authorNames: ['Harbour Gazette', 'BBC_Newz'], authorPlace: 'Lahore, Pakistan' };
    const kept = sealPost({ ...post, ...said }, 'x', secret, NAMES);

    expect(kept).toMatchObject({ names: 'newsroom', place: markPlace('Pakistan', 7) });
    expect(JSON.stringify(kept)).not.toMatch(/harbour|gazette|bbc|lahore|pakistan/i);
  });

  it('measures no names without lists, and none that are not given', () => {
    const named = { ...post, authorNames: ['BBC Newz', ''] };

    expect(sealPost(named, 'x', secret)).not.toHaveProperty('names');
    expect(sealPost(post, 'x', secret, NAMES)).not.toHaveProperty('names');
    expect(sealPost({ ...post, authorPlace: null }, 'x', secret)).not.toHaveProperty('place');
  });

  it.each([
    [null, null],
    [0, 0],
    [1, 1],
    [6, 2],
    [7, 3],
    [1_000_000, 19],
  ])('puts %j followers into bucket %j', (followers, bucket) => {
    expect(sealPost({ ...post, followers }, 'x', secret).followersBucket).toBe(bucket);
  });

  it('keeps unknown what is not known', () => {
    const bare = { ...post, text: null, authorCreatedMs: null, language: null };

    expect(sealPost(bare, 'x', secret)).toMatchObject({
      text: null,
      accountCreatedMs: null,
      language: null,
    });
  });
});
