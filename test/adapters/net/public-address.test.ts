import { describe, expect, it } from 'vitest';
import { checkedLookup, requireAllowed } from '../../../functions/adapters/net/checked-lookup.ts';
import {
  isLoopbackAddress,
  isPublicAddress,
} from '../../../functions/adapters/net/public-address.ts';
import { SourceError } from '../../../functions/model/errors.ts';

describe('an address', () => {
  it.each([
    '1.1.1.1',
    '8.8.8.8',
    '100.63.255.255',
    '100.128.0.1',
    '172.15.0.1',
    '172.32.0.1',
    '223.255.255.254',
    '2606:4700::1111',
    '2a00:1450:4001::1',
    '64:ff9b::101:101',
    '64:ff9b::1.1.1.1',
  ])('%s is public', (address) => {
    expect(isPublicAddress(address)).toBe(true);
  });

  it.each([
    ['this machine', '127.0.0.1'],
    ['this machine', '127.255.0.9'],
    ['this machine', '::1'],
    ['nothing', '0.0.0.0'],
    ['nothing', '::'],
    ['private', '10.1.2.3'],
    ['private', '172.16.0.1'],
    ['private', '172.31.255.255'],
    ['private', '192.168.1.1'],
    ['of a carrier', '100.64.0.1'],
    ['of a cloud that tells secrets', '169.254.169.254'],
    ['of a cloud that tells secrets', 'fd00:ec2::254'],
    ['link-local', 'fe80::1'],
    ['unique local', 'fc00::1'],
    ['multicast', '224.0.0.1'],
    ['multicast', 'ff02::1'],
    ['broadcast', '255.255.255.255'],
    ['of documentation', '203.0.113.9'],
    ['of documentation', '2001:db8::1'],
    ['IPv4 in IPv6', '::ffff:8.8.8.8'],
    ['IPv4 in IPv6', '::ffff:10.0.0.1'],
    ['IPv4 in IPv6', '::ffff:7f00:1'],
    ['IPv4 in IPv6', '::127.0.0.1'],
    ['translated to private', '64:ff9b::10.0.0.1'],
    ['translated to private', '64:ff9b::a00:1'],
    ['translated to this machine', '64:ff9b::7f00:1'],
    ['translated to this machine', '64:ff9b:0:0:0:0:7f00:0001'],
    ['translated to nothing', '64:ff9b::'],
    ['tunnelled', '2002:7f00:1::1'],
    ['tunnelled', '2001::1'],
    ['none', 'one.example'],
    ['none', ''],
  ])('%s is not public: %s', (_, address) => {
    expect(isPublicAddress(address)).toBe(false);
  });

  it.each([
    ['127.0.0.1', true],
    ['127.8.9.1', true],
    ['::1', true],
    ['10.0.0.1', false],
    ['1.1.1.1', false],
    ['::', false],
  ])('%s is on this machine: %s', (address, is) => {
    expect(isLoopbackAddress(address)).toBe(is);
  });
});

type Found = readonly { readonly address: string; readonly family: number }[];

/** What is connected to when a name resolves so. */
function lookedUp(found: Found | Error, all: boolean): Promise<unknown> {
  const lookup = checkedLookup(isPublicAddress, (_, __, callback) => {
    if (found instanceof Error) callback(found);
    else callback(null, [...found]);
  });
  return new Promise((resolve) => {
    lookup('one.example', { all }, (error, address) => resolve(error ?? address));
  });
}

describe('a name', () => {
  const PUBLIC = { address: '1.1.1.1', family: 4 };
  const PRIVATE = { address: '10.0.0.1', family: 4 };

  it.each([true, false])('is connected to at its public addresses only (all: %s)', async (all) => {
    expect(await lookedUp([PRIVATE, PUBLIC], all)).toEqual(all ? [PUBLIC] : '1.1.1.1');
  });

  it.each([true, false])('without a public address is not connected to (all: %s)', async (all) => {
    const refused = await lookedUp([PRIVATE, { address: '::1', family: 6 }], all);

    expect(refused).toBeInstanceOf(SourceError);
    expect(refused).toMatchObject({
      retryable: false,
      message: 'one.example is no public address: a server on the internet is required',
    });
  });

  it('that points elsewhere the second time is looked at the second time', async () => {
    const answers = [[PUBLIC], [PRIVATE]];
    const lookup = checkedLookup(isPublicAddress, (_, __, callback) =>
      callback(null, answers.shift()),
    );
    const outcomes: unknown[] = [];
    for (let n = 0; n < 2; n += 1)
      lookup('one.example', {}, (error, address) => outcomes.push(error ?? address));

    expect(outcomes).toEqual(['1.1.1.1', expect.any(SourceError)]);
  });

  it('that does not resolve is told as the system tells it', async () => {
    const error = new Error('getaddrinfo ENOTFOUND one.example');
    expect(await lookedUp(error, true)).toBe(error);
  });

  it('may be an address that is written out', () => {
    expect(() => requireAllowed('[fe80::1]', isPublicAddress)).toThrow(SourceError);
    expect(() => requireAllowed('10.0.0.1', isPublicAddress)).toThrow(SourceError);
    expect(() => requireAllowed('1.1.1.1', isPublicAddress)).not.toThrow();
    expect(() => requireAllowed('one.example', isPublicAddress)).not.toThrow();
  });
});
