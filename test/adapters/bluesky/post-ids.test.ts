import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openUri, sealUri } from '../../../functions/adapters/bluesky/post-ids.ts';
import { sealerFrom } from '../../../functions/adapters/secrets/sealer.ts';

const sealer = sealerFrom('the key of a test', 'post ids of bluesky');
const letters = (alphabet: string, length: number) =>
  fc
    .array(fc.constantFrom(...alphabet), { minLength: length, maxLength: length })
    .map((all) => all.join(''));
const did = fc.oneof(
  letters('abcdefghijklmnopqrstuvwxyz234567', 24).map((hash) => `did:plc:${hash}`),
  fc.constantFrom('did:web:one.example', 'did:web:localhost%3A8080'),
);
const key = letters('234567abcdefghijklmnopqrstuvwxyz', 13);

describe('the id of a post', () => {
  it('leads back to its address and its author', () => {
    fc.assert(
      fc.property(did, key, (author, post) => {
        const uri = `at://${author}/app.bsky.feed.post/${post}`;
        expect(openUri(sealUri(uri, sealer), sealer)).toEqual({ uri, did: author });
      }),
    );
  });

  it('is short, and the same whenever the post is read', () => {
    const uri = 'at://did:plc:ewvi7nxzyoun6zhxrhs64oiz/app.bsky.feed.post/3k4duaz5vfs2b';
    const id = sealUri(uri, sealer);

    expect(id).toHaveLength(72);
    expect(sealUri(uri, sealerFrom('the key of a test', 'post ids of bluesky'))).toBe(id);
  });

  it("that is another network's leads nowhere", () => {
    expect(openUri('117020653132967936', sealer)).toBeUndefined();
    expect(openUri(sealer.seal('no address'), sealer)).toBeUndefined();
  });
});
