import { join } from 'node:path';
import { runLive } from './live-clock.ts';
import { preparePage } from './page.ts';
import { LIVE_INTERVAL_MINUTES, parseWatch } from './parse-watch.ts';
import { startRuntime } from './runtime.ts';
import { openTerminal } from './terminal.ts';

export type LiveOptions = {
  /** As given: `mastodon:#hashtag@server`. */
  readonly watches: readonly string[];
  readonly port: number;
  readonly dir: string;
  readonly root: string;
  readonly signal: AbortSignal;
  readonly startedMs: number;
};

/** Watches live hashtags until stopped. What was watched before is watched on. */
export async function startLive(options: LiveOptions): Promise<void> {
  const wanted = options.watches.map((text) => parseWatch(text, Date.now()));
  const terminal = openTerminal(process.stdout, undefined);
  const runtime = await startRuntime({
    dir: options.dir,
    keyFile: join(options.root, 'key'),
    pageDir: join(options.root, 'page'),
    port: options.port,
    files: [],
    nextEventMs: undefined,
    onRecord: terminal.record,
    onMessage: terminal.message,
  });
  try {
    for (const watch of wanted) {
      if ((await runtime.watches.get(watch.watchId)) === undefined)
        await runtime.watches.save(watch);
    }
    const seconds = ((performance.now() - options.startedMs) / 1000).toFixed(1);
    terminal.say(`Watching ${wanted.map((one) => `#${one.hashtag} at ${one.place}`).join(', ')}, polled every ${LIVE_INTERVAL_MINUTES} minutes.
A new watch first reads what its server still knows of seven days; where that is little, its baseline is young for a day.
Ready in ${seconds} s. Open ${runtime.address}  (messages: ${runtime.address}/outbox). Ctrl-C stops.`);
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
