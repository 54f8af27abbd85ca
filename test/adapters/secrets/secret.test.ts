import { createHmac } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import fc from 'fast-check';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { openBluesky } from '../../../functions/adapters/open-bluesky.ts';
import { readSecret } from '../../../functions/adapters/secrets/read-secret.ts';
import { openSecret, secretFrom } from '../../../functions/adapters/secrets/secret.ts';
import { SettingsError } from '../../../functions/model/errors.ts';

afterEach(() => vi.unstubAllEnvs());

describe('a secret key', () => {
  const key = 'a key for tests';

  it('makes pseudonyms of 80 bits by HMAC-SHA-256', () => {
    const whole = createHmac('sha256', key).update('mastodon:4711').digest('hex');
    expect(secretFrom(key).pseudonym('mastodon', '4711')).toBe(whole.slice(0, 20));
  });

  it('tells accounts, sources and keys apart, and stays the same', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (one, other) => {
        const { pseudonym } = secretFrom(key);
        expect(pseudonym('x', one)).toMatch(/^[0-9a-f]{20}$/);
        expect(pseudonym('x', one) === pseudonym('x', other)).toBe(one === other);
        expect(pseudonym('x', one)).toBe(secretFrom(key).pseudonym('x', one));
        expect(pseudonym('x', one)).not.toBe(pseudonym('y', one));
        expect(pseudonym('x', one)).not.toBe(secretFrom(`${key}!`).pseudonym('x', one));
      }),
    );
  });

  it('seeds the hashes of texts with 32 bits of its own', () => {
    const { textSeed } = secretFrom(key);
    expect(Number.isInteger(textSeed) && textSeed >= 0 && textSeed < 2 ** 32).toBe(true);
    expect(secretFrom(key).textSeed).toBe(textSeed);
    expect(secretFrom('another').textSeed).not.toBe(textSeed);
  });
});

describe('a secret of the environment', () => {
  it('is the value of the variable', async () => {
    vi.stubEnv('TEST_SECRET', 'hush');
    expect(await readSecret('env:TEST_SECRET')).toBe('hush');
    const opened = await openSecret('env:TEST_SECRET');
    expect(opened.pseudonym('x', '1')).toBe(secretFrom('hush').pseudonym('x', '1'));
  });

  it.each([undefined, ''])('must have a value, not %j', async (value) => {
    vi.stubEnv('TEST_SECRET', value);
    await expect(readSecret('env:TEST_SECRET')).rejects.toThrow(
      new SettingsError('secret env:TEST_SECRET must have a value'),
    );
  });
});

describe('a secret of Secrets Manager', () => {
  const server = createServer(async (request, response) => {
    const { SecretId } = (await json(request)) as { SecretId: string };
    const found: Readonly<Record<string, unknown>> = {
      held: { SecretString: 'hush', Name: 'held' },
      binary: { SecretBinary: 'AAAA', Name: 'binary' },
    };
    const faults: Readonly<Record<string, string>> = {
      closed: 'AccessDeniedException',
      odd: 'UnrecognizedClientException',
    };
    const __type = faults[SecretId] ?? 'ResourceNotFoundException';
    const answer = found[SecretId] ?? { __type, Message: 'none' };
    response.writeHead(SecretId in found ? 200 : 400, {
      'content-type': 'application/x-amz-json-1.1',
    });
    response.end(JSON.stringify(answer));
  });
  beforeAll(async () => {
    await new Promise<void>((resolve) => {
      server.listen(0, '127.0.0.1', resolve);
    });
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });

  beforeEach(() => {
    const { port } = server.address() as AddressInfo;
    vi.stubEnv('AWS_ENDPOINT_URL_SECRETS_MANAGER', `http://127.0.0.1:${port}`);
    vi.stubEnv('AWS_REGION', 'us-east-1');
    vi.stubEnv('AWS_ACCESS_KEY_ID', 'x');
    vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'x');
  });

  it.each([
    ['held', 'hush', undefined],
    ['binary', undefined, 'secret binary must have a value'],
    ['nowhere', undefined, 'secret nowhere must exist'],
    ['closed', undefined, 'secret closed must be allowed to this function'],
  ])('%s', async (id, value, fault) => {
    const reading = readSecret(id);

    if (fault === undefined) expect(await reading).toBe(value);
    else await expect(reading).rejects.toThrow(new SettingsError(fault));
  });

  it('may be there another time: a fault that passes is none of the settings', async () => {
    const error = await readSecret('odd').catch((reason) => reason);

    expect(error).not.toBeInstanceOf(SettingsError);
    expect(error).toMatchObject({ name: 'UnrecognizedClientException' });
  });

  it('is not called malformed where it could not be read', async () => {
    const opening = openBluesky(
      { BLUESKY_SECRET_ID: 'odd', PSEUDONYM_SECRET_ID: 'held' },
      { client: DynamoDBDocumentClient.from(new DynamoDBClient({})), burstsTable: 'bursts' },
      {},
    );

    await expect(opening).rejects.toMatchObject({ name: 'UnrecognizedClientException' });
  });
});
