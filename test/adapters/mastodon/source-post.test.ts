import { describe, expect, it } from 'vitest';
import { sourcePost } from '../../../functions/adapters/mastodon/source-post.ts';
import { readStatusPage } from '../../../functions/adapters/mastodon/status-page.ts';
import { aStatus } from './a-status.ts';

const CREATED_MS = Date.parse('2026-11-03T12:00:00.123Z');
const plain = aStatus('7', CREATED_MS);

function post(changes: Record<string, unknown> = {}, account: Record<string, unknown> = {}) {
  const raw = { ...plain, ...changes, account: { ...plain.account, ...account } };
  const [status] = readStatusPage('a.example', [raw]);
  if (status === undefined) throw new Error('no status was read');
  return sourcePost(status, 'cityrun');
}

describe('sourcePost', () => {
  it('takes over what the server says', () => {
    expect(post()).toEqual({
      id: '7',
      authorId: 'https://a.example/users/7',
      createdMs: CREATED_MS,
      authorCreatedMs: Date.parse('2020-05-17T00:00:00Z'),
      repost: false,
      text: 'post 7',
      hashtags: ['cityrun'],
      language: 'en',
      followers: 7,
    });
  });

  it.each`
    case                              | account                                        | field                | value
    ${'an older server without uri'}  | ${{ uri: undefined }}                          | ${'authorId'}        | ${'https://a.example/@7'}
    ${'no account date'}              | ${{ created_at: null }}                        | ${'authorCreatedMs'} | ${null}
    ${'an empty account date'}        | ${{ created_at: '' }}                          | ${'authorCreatedMs'} | ${null}
    ${'the epoch for a date unknown'} | ${{ created_at: '1970-01-01T00:00:00.000Z' }}  | ${'authorCreatedMs'} | ${null}
    ${'a date in another zone'}       | ${{ created_at: '2020-05-17T02:00:00+02:00' }} | ${'authorCreatedMs'} | ${Date.parse('2020-05-17T00:00:00Z')}
    ${'hidden followers'}             | ${{ followers_count: -1 }}                     | ${'followers'}       | ${null}
    ${'no followers field'}           | ${{ followers_count: undefined }}              | ${'followers'}       | ${null}
  `('$case', ({ account, field, value }) => {
    expect(post({}, account)).toHaveProperty(field, value);
  });

  it('gives the names of an account, its handle with the server that speaks for it', () => {
    const names = { display_name: 'Cara', username: 'cara' };

    expect(post({}, names)).toHaveProperty('authorNames', ['Cara', 'cara@a.example']);
    expect(post({}, { display_name: 'Cara' })).toHaveProperty('authorNames', ['Cara', '']);
    expect(post({}, { display_name: '' })).not.toHaveProperty('authorNames');
  });

  it('knows a boost, and reads what was boosted', () => {
    expect(post({ content: '', reblog: { content: '<p>first</p>' } })).toMatchObject({
      repost: true,
      text: 'first',
    });
  });

  it('carries the hashtag of the timeline even where the post spells it otherwise', () => {
    const tags = [{ name: 'CITYRUN' }, { name: 'Élan' }, { name: 'cityrún' }, { name: '' }];

    expect(post({ tags }).hashtags).toEqual(['cityrun', 'élan', 'cityrún']);
    expect(post({ tags: [] }).hashtags).toEqual(['cityrun']);
  });

  it('knows no language where none is said', () => {
    expect(post({ language: null }).language).toBeNull();
    expect(post({ language: '' }).language).toBeNull();
  });
});
