import { expect, it } from 'vitest';
import { HealthView } from '../../functions/contract/health.ts';
import { DETECTION } from '../../functions/settings/detection.ts';
import { NOW_MS, openApi } from '../support/api-harness.ts';

it('tells that it is up, its clock and its thresholds', async () => {
  const { call } = openApi();

  const answer = await call('GET', '/v1/health');

  expect(HealthView.parse(answer.json)).toEqual({
    state: 'ok',
    time: new Date(NOW_MS).toISOString(),
    thresholds: DETECTION.thresholds.version,
    sources: ['replay', 'mastodon', 'ingest'],
  });
});

it('describes itself, each operation that it answers and no other', async () => {
  const { call } = openApi();

  const { openapi, paths } = (await call('GET', '/v1/openapi.json')).json;

  expect(openapi).toBe('3.1.0');
  const described = Object.entries<object>(paths).flatMap(([path, operations]) =>
    Object.keys(operations).map((method) => ({ method: method.toUpperCase(), path })),
  );
  expect(described.length).toBeGreaterThan(10);
  for (const { method, path } of described) {
    const answer = await call(method, path.replace(/\{.*\}/, 'x'), {
      ...(method !== 'GET' && { body: {} }),
    });
    expect(answer.json?.detail ?? '').not.toMatch(/there is nothing at|allowed here/);
  }
});
