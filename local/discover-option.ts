import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { SettingsError } from '../functions/model/errors.ts';
import { hashtagPattern } from '../functions/model/hashtag-pattern.ts';
import { listAddress } from '../functions/model/trend-list.ts';
import { type DiscoverInput, LIST_SPELLING, readDiscover } from '../functions/settings/discover.ts';

export type DiscoverOptions = {
  /** As given: `mastodon@server`. */
  readonly discover?: readonly string[];
  /** Files with a hashtag or pattern a line, or hashtags separated by commas. */
  readonly allow?: readonly string[];
  readonly deny?: readonly string[];
  readonly languages?: readonly string[];
  readonly discoverUsd?: number;
};

/** What the options of the command line say of discovery, and how it is handed to the function. */
export async function discoverOption(options: DiscoverOptions) {
  const { discover = [], allow = [], deny = [], languages = [], discoverUsd } = options;
  const wrong = discover.find((list) => listAddress(list) === undefined);
  if (wrong !== undefined)
    throw new SettingsError(`--discover must be written as ${LIST_SPELLING}; found "${wrong}"`);
  const paid = discover.find((list) => listAddress(list)?.source === 'x');
  if (paid !== undefined && !((discoverUsd ?? 0) > 0))
    throw new SettingsError(
      `--discover ${paid} requires --discover-usd: what the counts of watches that it finds may cost a day; a watch costs 1.44 US dollars`,
    );
  const input: DiscoverInput = {
    lists: [...discover],
    allow: [...(await patterns('--allow', allow))],
    deny: [...(await patterns('--deny', deny))],
    languages: [...languages],
    ...(discoverUsd !== undefined && { usdADay: discoverUsd }),
  };
  const text = JSON.stringify(input);
  return { text, settings: readDiscover(text) };
}

/** @throws {SettingsError} that names file and line of a word that is no pattern */
async function patterns(flag: string, given: readonly string[]): Promise<readonly string[]> {
  const found: string[] = [];
  for (const one of given) {
    const isFile = existsSync(one);
    const words = isFile ? (await readFile(one, 'utf8')).split(/\r?\n/) : one.split(',');
    words.forEach((word, index) => {
      if (word.trim() === '') return;
      requirePattern(word, isFile ? `${one}, line ${index + 1}` : flag);
      found.push(word.trim());
    });
  }
  return found;
}

function requirePattern(word: string, where: string): void {
  try {
    hashtagPattern(word);
  } catch (cause) {
    throw new SettingsError(`${where}: ${cause instanceof Error ? cause.message : cause}`, {
      cause,
    });
  }
}
