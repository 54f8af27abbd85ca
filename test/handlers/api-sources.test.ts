import { expect, it } from 'vitest';
import { SourceListView } from '../../functions/contract/source.ts';
import { openApi } from '../support/api-harness.ts';

it('tells what each source can see, also of one that is off', async () => {
  const { call } = openApi();

  const { sources } = SourceListView.parse((await call('GET', '/v1/sources')).json);

  expect(sources.map(({ name, off }) => [name, off])).toEqual([
    ['replay', null],
    ['mastodon', null],
    ['ingest', null],
    ['x', 'needs X_BEARER_TOKEN'],
  ]);
  expect(sources[0]).toMatchObject({ deletions: 'looked-up', authorDates: 'exact', pastMs: 0 });
  expect(sources[0]).not.toHaveProperty('postsWithCounts');
});

it('lets nobody watch what is off, and says what is missing', async () => {
  const { call } = openApi();

  const answer = await call('POST', '/v1/watches', {
    body: { source: 'x', hashtag: 'harvest', intervalMinutes: 5 },
  });

  expect(answer.status).toBe(400);
  expect(answer.json.detail).toMatch(
    /is not read here: needs X_BEARER_TOKEN; expected one of replay, mastodon/,
  );
});
