import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { bundleFunctions } from '../../cdk/bundle.ts';

const folder = mkdtempSync(join(tmpdir(), 'turfwatch-bundle-test-'));
const [source, output] = [join(folder, 'functions'), join(folder, 'out')];
afterAll(() => rmSync(folder, { recursive: true, force: true }));

beforeEach(() => {
  rmSync(source, { recursive: true, force: true });
  mkdirSync(join(source, 'model'), { recursive: true });
  write('model/words', `export const words = '${'word '.repeat(400)}';`);
  write('one', "export const handler = async () => (await import('./model/words.ts')).words;");
  write(
    'two',
    "import { words } from './model/words.ts'; export const handler = async () => words;",
  );
});

describe('bundleFunctions', () => {
  it('makes packages whose handlers run', async () => {
    const { folders } = await bundleFunctions(['one', 'two'], source, output);

    for (const [name, path] of Object.entries(folders)) {
      const { handler } = await import(pathToFileURL(join(path, `${name}.mjs`)).href);
      expect(await handler()).toMatch(/^word /);
    }
  });

  it('counts what is imported lazily in the package, and not in the start', async () => {
    const { sizes } = await bundleFunctions(['one', 'two'], source, output);
    const [one, two] = sizes;

    expect(one?.totalBytes).toBeGreaterThan(2_000);
    expect(one?.startBytes).toBeLessThan(500);
    expect(two?.startBytes).toBe(two?.totalBytes);
  });

  it('gives source maps without the sources', async () => {
    const { folders } = await bundleFunctions(['one', 'two'], source, output);

    expect(readdirSync(folders.two).sort()).toEqual(['two.mjs', 'two.mjs.map']);
  });

  it.each`
    names                      | fault
    ${['one', 'two', 'three']} | ${'functions/three.ts is required: 1 of 3 entries are missing (three)'}
    ${['one']}                 | ${'functions/two.ts has no place in cdk/'}
  `('refuses $names: $fault', async ({ names, fault }) => {
    await expect(bundleFunctions(names, source, output)).rejects.toThrow(fault);
  });

  it('refuses an entry without a handler', async () => {
    write('two', 'export const handle = 1;');

    await expect(bundleFunctions(['one', 'two'], source, output)).rejects.toThrow(
      'functions/two.ts must export handler',
    );
  });
});

function write(name: string, text: string): void {
  writeFileSync(join(source, `${name}.ts`), text);
}
