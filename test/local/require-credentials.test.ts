import { expect, it } from 'vitest';
import { SettingsError } from '../../functions/model/errors.ts';
import { requireCredentials } from '../../local/require-credentials.ts';

it.each([
  ['mastodon', {}],
  ['ingest', {}],
  ['bluesky', { BLUESKY_HANDLE: 'a.example', BLUESKY_APP_PASSWORD: 'b' }],
  ['x', { X_BEARER_TOKEN: 'a', X_PERMISSION_ATTESTED: 'yes' }],
] as const)('%s can be read with %j', (source, variables) => {
  expect(() => requireCredentials([source], variables)).not.toThrow();
});

it.each([
  ['bluesky', { BLUESKY_HANDLE: 'a' }, 'bluesky needs BLUESKY_APP_PASSWORD in the environment'],
  ['bluesky', { BLUESKY_HANDLE: ' ', BLUESKY_APP_PASSWORD: 'b' }, 'needs BLUESKY_HANDLE in'],
  ['x', { X_PERMISSION_ATTESTED: 'yes' }, 'x needs X_BEARER_TOKEN in the environment'],
  ['x', { X_BEARER_TOKEN: 'a', X_PERMISSION_ATTESTED: 'no' }, 'written permission'],
] as const)('%s with %j is refused before anything starts', (source, variables, why) => {
  const ask = () => requireCredentials(['mastodon', source], variables);
  expect(ask).toThrow(SettingsError);
  expect(ask).toThrow(why);
});
