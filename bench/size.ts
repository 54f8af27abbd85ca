import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundleFunctions, type FunctionSize } from '../cdk/bundle.ts';
import { FUNCTIONS } from '../cdk/constructs/monitor-function.ts';

/** What the code of each function weighs, as it would be deployed. */
export async function measureSizes(): Promise<readonly FunctionSize[]> {
  const folder = mkdtempSync(join(tmpdir(), 'turfwatch-size-'));
  try {
    const functions = fileURLToPath(new URL('../functions', import.meta.url));
    return (await bundleFunctions(FUNCTIONS, functions, folder)).sizes;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The sizes as a table in Markdown. */
export async function benchSizes(): Promise<string> {
  const rows = (await measureSizes()).map(
    ({ name, totalBytes, startBytes }) => `| ${name} | ${kb(totalBytes)} | ${kb(startBytes)} |`,
  );
  return [
    '| function | whole package, KB | read before the first event, KB |',
    '| --- | --- | --- |',
    ...rows,
  ].join('\n');
}

const kb = (bytes: number) => (bytes / 1000).toFixed(0);

if (import.meta.main) console.log(await benchSizes());
