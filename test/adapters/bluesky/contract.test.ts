import {
  type BlueskyOptions,
  blueskySource,
} from '../../../functions/adapters/bluesky/bluesky-source.ts';
import { openUri, sealUri } from '../../../functions/adapters/bluesky/post-ids.ts';
import { sealerFrom } from '../../../functions/adapters/secrets/sealer.ts';
import { describeSource } from '../../ports/source.contract.ts';
import { startNetwork } from './network.ts';

describeSource(
  'bluesky, on a personal data server',
  async () => {
    const network = await startNetwork();
    const [reader, author] = [
      await network.account('tw-reader'),
      await network.account('tw-author'),
    ];
    const sealer = sealerFrom('the key of a test', 'post ids of bluesky');
    const open = (more: Partial<BlueskyOptions> = {}) =>
      blueskySource({
        scheme: 'http',
        service: network.host,
        directory: network.directory,
        identifier: reader.handle,
        appPassword: reader.appPassword,
        sealer,
        ...more,
      });
    // Authors declare their posts' times: a past of ten minutes needs no waiting.
    let clockMs = Date.now() - 600_000;
    return {
      open,
      nowMs: () => clockMs,
      async pass() {
        clockMs += 1_300;
      },
      async post(_hashtag, text) {
        clockMs += 7;
        return sealUri(await author.post(text, { createdMs: clockMs - 1 }), sealer);
      },
      async remove(id) {
        await author.remove(openUri(id, sealer)?.uri ?? '');
      },
      async repost(id) {
        return author.repost(openUri(id, sealer)?.uri ?? '');
      },
      narrow: { open: () => open({ maxPages: 1 }), posts: 130 },
      unreachable: () => open({ service: '127.0.0.1:9' }),
      authorCreatedMs: await network.madeMs(author.did),
      close: () => network.stop(),
    };
  },
  { timeoutMs: 60_000 },
);
