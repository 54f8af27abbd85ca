import { existsSync, readdirSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { build, type Metafile } from 'esbuild';

/** What the deployed code of one function weighs, in bytes without source maps. */
export type FunctionSize = {
  readonly name: string;
  /** The whole package. */
  readonly totalBytes: number;
  /** Files that the runtime must read before the first event. */
  readonly startBytes: number;
};

export type Bundle<Name extends string> = {
  /** Folder with the package of each function; its handler is `<name>.handler`. */
  readonly folders: Readonly<Record<Name, string>>;
  readonly sizes: readonly FunctionSize[];
};

/**
 * Bundles every Lambda into a folder of its own.
 *
 * Split, so that what the SDK imports lazily stays out of the cold start. Each entry alone:
 * one run for all of them would put into a shared chunk what any of them needs,
 * and slack would read 43 KB of queues and sources that it never calls.
 *
 * @param sourceFolder each of its `.ts` files is the entry of one Lambda
 * @param outputFolder is emptied first
 * @throws if an entry is missing, exports no `handler`, or has no place in `names`
 */
export async function bundleFunctions<Name extends string>(
  names: readonly Name[],
  sourceFolder: string,
  outputFolder: string,
): Promise<Bundle<Name>> {
  requireEntries(names, sourceFolder);
  rmSync(outputFolder, { recursive: true, force: true });
  const sizes = await Promise.all(
    names.map((name) => bundleFunction(name, sourceFolder, join(outputFolder, name))),
  );
  const folders = names.map((name) => [name, join(outputFolder, name)]);
  return { folders: Object.fromEntries(folders), sizes };
}

function requireEntries(names: readonly string[], sourceFolder: string): void {
  const missing = names.filter((name) => !existsSync(join(sourceFolder, `${name}.ts`)));
  if (missing.length > 0)
    throw new Error(
      `functions/${missing[0]}.ts is required: ${missing.length} of ${names.length} entries are missing (${missing.join(', ')})`,
    );
  const strange = readdirSync(sourceFolder).find(
    (file) => file.endsWith('.ts') && !names.includes(basename(file, '.ts')),
  );
  if (strange !== undefined)
    throw new Error(
      `functions/${strange} has no place in cdk/: a file in functions/ is a Lambda, and must be deployed as one`,
    );
}

async function bundleFunction(
  name: string,
  sourceFolder: string,
  outdir: string,
): Promise<FunctionSize> {
  const { metafile } = await build({
    absWorkingDir: sourceFolder,
    entryPoints: [`./${name}.ts`],
    outdir,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node24',
    // Else esbuild takes the CommonJS build of the SDK, which it cannot shake: 190 KB more.
    mainFields: ['module', 'main'],
    // Read by the SDK in browsers only; 34 KB that no Lambda opens.
    external: ['bowser'],
    minify: true,
    sourcemap: 'linked',
    sourcesContent: false,
    legalComments: 'none',
    metafile: true,
    logLevel: 'error',
  });
  const { outputs } = metafile;
  const entry = Object.keys(outputs).find((path) => basename(path) === `${name}.mjs`);
  if (entry === undefined || !outputs[entry]?.exports.includes('handler'))
    throw new Error(`functions/${name}.ts must export handler`);
  const chunks = Object.keys(outputs).filter((path) => path.endsWith('.mjs'));
  return {
    name,
    totalBytes: weigh(chunks, outputs),
    startBytes: weigh(readAtStart(entry, outputs), outputs),
  };
}

type Outputs = Metafile['outputs'];

const weigh = (paths: Iterable<string>, outputs: Outputs) =>
  [...paths].reduce((sum, path) => sum + (outputs[path]?.bytes ?? 0), 0);

function readAtStart(entry: string, outputs: Outputs): ReadonlySet<string> {
  const found = new Set([entry]);
  for (const path of found)
    for (const { path: imported, kind, external } of outputs[path]?.imports ?? [])
      if (!external && kind === 'import-statement') found.add(imported);
  return found;
}
