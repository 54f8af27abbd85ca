import { describe, expect, it } from 'vitest';
import { nextPage } from '../../../functions/adapters/mastodon/next-page.ts';

const IDS = ['30', '20', '10'];

describe('nextPage', () => {
  it.each`
    case                               | link                                                                                                  | next
    ${'next and prev'}                 | ${'<https://a.example/t?max_id=9>; rel="next", <https://a.example/t?min_id=31>; rel="prev"'}          | ${'9'}
    ${'prev and next'}                 | ${'<https://a.example/t?min_id=31>; rel="prev", <https://a.example/t?limit=40&max_id=9>; rel="next"'} | ${'9'}
    ${'no quotes, further parameters'} | ${'<https://a.example/t?max_id=9>; title=x; rel=next'}                                                | ${'9'}
    ${'a relative address'}            | ${'</t?max_id=9>; rel="next"'}                                                                        | ${'9'}
    ${'an address without max_id'}     | ${'<https://a.example/t?page=2>; rel="next"'}                                                         | ${'10'}
    ${'the last page'}                 | ${'<https://a.example/t?min_id=31>; rel="prev"'}                                                      | ${undefined}
    ${'a server without the header'}   | ${null}                                                                                               | ${'10'}
  `('$case', ({ link, next }) => {
    expect(nextPage(link, IDS)).toBe(next);
  });

  it('ends at an empty page', () => {
    expect(nextPage(null, [])).toBeUndefined();
  });
});
