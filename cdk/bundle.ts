import { cpSync, existsSync, readdirSync, rmSync } from 'node:fs';
import { basename, join, relative, resolve } from 'node:path';
import { buildSync, type Metafile } from 'esbuild';

/** What the deployed code of one function weighs, in bytes without source maps. */
export type FunctionSize = {
  readonly name: string;
  /** All files of the package, those imported lazily included. */
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
 * Bundles every Lambda in one esbuild run, and gives each a folder with the chunks it can reach and no more.
 *
 * One run with splitting keeps what the SDK imports lazily out of the cold start;
 * a folder of its own leaves a function undeployed when only another one changed.
 *
 * @param sourceFolder each of its `.ts` files is the entry of one Lambda
 * @param outputFolder is emptied first
 * @throws if an entry is missing, exports no `handler`, or has no place in `names`
 */
export function bundleFunctions<Name extends string>(
  names: readonly Name[],
  sourceFolder: string,
  outputFolder: string,
): Bundle<Name> {
  requireEntries(names, sourceFolder);
  rmSync(outputFolder, { recursive: true, force: true });
  const builtFolder = join(outputFolder, 'all');
  const { outputs } = build(names, sourceFolder, builtFolder);

  const sizes = names.map((name) => sizeOf(name, outputs));
  const folders = names.map((name) => {
    const folder = join(outputFolder, name);
    for (const file of reachable(entryOf(name), outputs, EVERY_IMPORT))
      for (const suffix of ['', '.map'])
        cpSync(join(builtFolder, file + suffix), join(folder, file + suffix));
    return [name, folder] as const;
  });
  return { folders: Object.fromEntries(folders) as Record<Name, string>, sizes };
}

const entryOf = (name: string) => `${name}.mjs`;

function requireEntries(names: readonly string[], sourceFolder: string): void {
  const missing = names.filter((name) => !existsSync(join(sourceFolder, `${name}.ts`)));
  if (missing.length > 0)
    throw new Error(
      `functions/${missing[0]}.ts is required: ${missing.length} of ${names.length} entries are missing (${missing.join(', ')})`,
    );
  const strange = readdirSync(sourceFolder).filter(
    (file) => file.endsWith('.ts') && !names.includes(basename(file, '.ts')),
  );
  if (strange.length > 0)
    throw new Error(
      `functions/${strange[0]} has no place in cdk/: a file in functions/ is a Lambda, so it must be listed there`,
    );
}

type Outputs = Metafile['outputs'];

/** Outputs by their path inside the folder that was built. */
function build(names: readonly string[], sourceFolder: string, builtFolder: string) {
  const { metafile } = buildSync({
    absWorkingDir: resolve(sourceFolder),
    entryPoints: Object.fromEntries(names.map((name) => [name, join(sourceFolder, `${name}.ts`)])),
    outdir: builtFolder,
    outExtension: { '.js': '.mjs' },
    chunkNames: 'chunks/[hash]',
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node24',
    // Without it esbuild takes the CommonJS build of the SDK, which cannot be shaken: 190 KB more.
    mainFields: ['module', 'main'],
    minify: true,
    keepNames: true,
    sourcemap: 'linked',
    sourcesContent: false,
    legalComments: 'none',
    metafile: true,
    logLevel: 'error',
  });
  const outputs: Outputs = {};
  for (const [path, output] of Object.entries(metafile.outputs))
    outputs[inside(path, sourceFolder, builtFolder)] = {
      ...output,
      imports: output.imports.map((one) => ({
        ...one,
        path: one.external ? one.path : inside(one.path, sourceFolder, builtFolder),
      })),
    };
  for (const name of names)
    if (!outputs[entryOf(name)]?.exports.includes('handler'))
      throw new Error(`functions/${name}.ts must export handler`);
  return { outputs };
}

/** esbuild names outputs from its working folder. */
const inside = (path: string, sourceFolder: string, builtFolder: string) =>
  relative(builtFolder, resolve(sourceFolder, path));

const EVERY_IMPORT = ['import-statement', 'dynamic-import', 'require-call'] as const;
const START_IMPORT = ['import-statement', 'require-call'] as const;

function reachable(entry: string, outputs: Outputs, kinds: readonly string[]): readonly string[] {
  const found = new Set([entry]);
  for (const file of found)
    for (const { path, kind, external } of outputs[file]?.imports ?? [])
      if (!external && kinds.includes(kind)) found.add(path);
  return [...found];
}

function sizeOf(name: string, outputs: Outputs): FunctionSize {
  const bytes = (kinds: readonly string[]) =>
    reachable(entryOf(name), outputs, kinds).reduce(
      (sum, file) => sum + (outputs[file]?.bytes ?? 0),
      0,
    );
  return { name, totalBytes: bytes(EVERY_IMPORT), startBytes: bytes(START_IMPORT) };
}
