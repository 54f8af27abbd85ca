import { describe, expect, it } from 'vitest';
import { serverOrigin } from '../../../functions/adapters/net/server-origin.ts';
import { InputError } from '../../../functions/model/errors.ts';

describe('serverOrigin', () => {
  it.each`
    server                   | scheme     | origin
    ${'mastodon.social'}     | ${'https'} | ${'https://mastodon.social'}
    ${'Mastodon.Social:443'} | ${'https'} | ${'https://mastodon.social'}
    ${'a.example:8443'}      | ${'https'} | ${'https://a.example:8443'}
    ${'köln.example'}        | ${'https'} | ${'https://xn--kln-sna.example'}
    ${'localhost:3000'}      | ${'http'}  | ${'http://localhost:3000'}
    ${'127.0.0.1:3000'}      | ${'http'}  | ${'http://127.0.0.1:3000'}
    ${'[::1]:3000'}          | ${'http'}  | ${'http://[::1]:3000'}
  `('$scheme to $server', ({ server, scheme, origin }) => {
    expect(serverOrigin(server, scheme)).toBe(origin);
  });

  it.each([
    '',
    ' ',
    'https://mastodon.social',
    'mastodon.social/api',
    'user@mastodon.social',
    'mastodon.social?x',
    'mastodon.social#x',
    'a b',
    'a\\b',
    'a.example:port',
    ':443',
  ])('refuses %j', (server) => {
    expect(() => serverOrigin(server, 'https')).toThrow(InputError);
    expect(() => serverOrigin(server, 'https')).toThrow('requires a host or host:port');
  });

  it.each(['mastodon.social', '10.0.0.1', 'localhost.example', '127.0.0.1.example'])(
    'refuses plain http to %s',
    (server) => {
      expect(() => serverOrigin(server, 'http')).toThrow('requires https unless it is on loopback');
    },
  );
});
