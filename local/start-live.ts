import { join } from 'node:path';
import type { KnownEvent } from '../functions/model/known-event.ts';
import { addWatch, type WatchWish } from '../functions/steps/add-watch.ts';
import { keepEvents } from '../functions/steps/keep-events.ts';
import { type DiscoverOptions, discoverOption } from './discover-option.ts';
import { ingestWords } from './ingest-words.ts';
import { runLive } from './live-clock.ts';
import { liveWords } from './live-words.ts';
import { preparePage } from './page.ts';
import { parseWatch } from './parse-watch.ts';
import { requireCredentials } from './require-credentials.ts';
import { type Runtime, startRuntime } from './runtime.ts';
import { openTerminal } from './terminal.ts';

export type LiveOptions = DiscoverOptions & {
  /** As given: `mastodon:#hashtag@server`. */
  readonly watches: readonly string[];
  /** Known events to be added to the calendar. */
  readonly events?: readonly KnownEvent[];
  readonly port: number;
  readonly dir: string;
  readonly root: string;
  readonly signal: AbortSignal;
  readonly startedMs: number;
};

/**
 * Watches live hashtags, and what newly trends, until stopped. What a person watched before is
 * watched on; what was discovered on a list that is named no more is let go.
 */
export async function startLive(options: LiveOptions): Promise<void> {
  const wanted = options.watches.map((text) => parseWatch(text, Date.now()));
  const { text: discover, settings } = await discoverOption(options);
  requireCredentials(
    [...wanted, ...settings.lists].map(({ source }) => source),
    process.env,
  );
  const terminal = openTerminal(process.stdout, undefined);
  const runtime = await startRuntime({
    dir: options.dir,
    keyFile: join(options.root, 'key'),
    pageDir: join(options.root, 'page'),
    port: options.port,
    files: [],
    discover,
    nextEventMs: undefined,
    onRecord: terminal.record,
    onMessage: terminal.message,
  });
  try {
    await addAll(wanted, runtime);
    await keepEvents(options.events ?? [], runtime.events);
    const seconds = ((performance.now() - options.startedMs) / 1000).toFixed(1);
    terminal.say(`${liveWords(wanted, settings)}
${ingestWords(wanted, runtime.address, options.root)}Ready in ${seconds} s. Open ${runtime.address}  (messages: ${runtime.address}/outbox). Ctrl-C stops.`);
    void preparePage(join(options.root, 'page'), terminal.say);
    await runLive(async (atMs) => {
      try {
        await runtime.tick(atMs);
      } catch (error) {
        // The schedule fires again in a minute, and finds again what is still to be done.
        terminal.say(`this minute failed: ${error instanceof Error ? error.message : error}`);
      }
    }, options.signal);
    terminal.say('Stopped. The same command goes on from here.');
  } finally {
    await runtime.stop();
  }
}

async function addAll(wanted: readonly WatchWish[], { watches }: Runtime): Promise<void> {
  for (const wish of wanted) await addWatch(wish, Date.now(), watches);
}
