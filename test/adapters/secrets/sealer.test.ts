import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { openSealer, sealerFrom } from '../../../functions/adapters/secrets/sealer.ts';
import { SettingsError } from '../../../functions/model/errors.ts';

afterEach(() => vi.unstubAllEnvs());

const key = 'a key for tests';
const sealer = sealerFrom(key, 'tests');

describe('a seal', () => {
  it('gives back any text, and is the same for the same text only', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string(), (one, other) => {
        const sealed = sealer.seal(one);

        expect(sealed).toMatch(/^[\w-]+$/);
        expect(sealer.open(sealed)).toBe(one);
        expect(sealerFrom(key, 'tests').seal(one)).toBe(sealed);
        expect(sealed === sealer.seal(other)).toBe(one === other);
      }),
    );
  });

  it('is opened by no other key, and for no other purpose', () => {
    const sealed = sealer.seal('did:plc:ewvi7nxzyoun6zhxrhs64oiz/3k4duaz5vfs2b');

    expect(sealerFrom('another key', 'tests').open(sealed)).toBeUndefined();
    expect(sealerFrom(key, 'other tests').open(sealed)).toBeUndefined();
  });

  it('that was changed anywhere does not open', () => {
    const text = 'did:plc:ewvi7nxzyoun6zhxrhs64oiz/3k4duaz5vfs2b';
    const bytes = Buffer.from(sealer.seal(text), 'base64url');
    for (let at = 0; at < bytes.length; at++) {
      const changed = Buffer.from(bytes);
      changed[at] = (changed[at] ?? 0) ^ 1;
      expect(sealer.open(changed.toString('base64url'))).toBeUndefined();
    }
  });

  it.each(['', 'a', 'at://did:plc:x/app.bsky.feed.post/1', '117020653132967936'])(
    'is not %j',
    (other) => {
      expect(sealer.open(other)).toBeUndefined();
    },
  );

  it('hides what is alike in two texts', () => {
    const [one, other] = [sealer.seal(`${'a'.repeat(60)}1`), sealer.seal(`${'a'.repeat(60)}2`)];
    const pairs = [...one].filter((letter, at) => letter === other[at]).length;

    expect(pairs).toBeLessThan(one.length / 5);
  });

  it('needs a key', async () => {
    vi.stubEnv('TEST_KEY', key);
    expect((await openSealer('env:TEST_KEY', 'tests')).seal('text')).toBe(sealer.seal('text'));
    await expect(openSealer('env:NO_SUCH_KEY', 'tests')).rejects.toThrow(SettingsError);
  });
});
