import { basename } from 'node:path';
import { DETECTION } from '../functions/settings/detection.ts';
import manifest from '../package.json' with { type: 'json' };
import { htmlOf } from './check-html.ts';
import { commandToRepeat } from './check-html-command.ts';
import { STANDARD_OUTPUT, writePage } from './check-html-file.ts';
import type { JudgedBurst } from './check-judge.ts';

export type Input = {
  readonly files: readonly string[];
  readonly posts: number;
  /** What was left out, a line each. */
  readonly remarks: string;
};

/**
 * Writes the page of a check.
 *
 * @throws {Error} where it cannot be written
 */
export async function writeHtml(
  path: string,
  bursts: readonly JudgedBurst[],
  { files, posts, remarks }: Input,
): Promise<void> {
  const page = htmlOf(bursts, {
    files: files.map((file) => (file === STANDARD_OUTPUT ? 'standard input' : basename(file))),
    command: commandToRepeat(process.argv.slice(2), [...files, path]),
    posts,
    thresholds: DETECTION.version,
    version: manifest.version,
    remarks: remarks
      .split('\n')
      .flatMap((line) => withoutFolders(line.replace(/^turfwatch: /, ''), files) || []),
  });
  await writePage(path, page);
  if (path !== STANDARD_OUTPUT) process.stderr.write(`turfwatch: page written to ${path}\n`);
}

/** A page goes from hand to hand: where files lie on the disk of its maker is nobody's business. */
function withoutFolders(text: string, files: readonly string[]): string {
  return files.reduce((shorter, file) => shorter.replaceAll(file, basename(file)), text);
}
