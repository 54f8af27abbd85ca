import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';

const ROOT = resolve(import.meta.dirname, '../../..');
const SPEC = resolve(
  ROOT,
  process.env.TURFWATCH_X_SPEC ?? 'node_modules/.cache/turfwatch/x-openapi.json',
);
const PRISM = join(ROOT, 'node_modules/@stoplight/prism-cli/dist/index.js');

/** Whether the specification is here (.ci/fetch-x-spec.sh lays it there). CI must have it. */
export function xSpecIsHere(): boolean {
  if (existsSync(SPEC)) return true;
  if (process.env.CI === 'true')
    throw new Error("X's specification is required in CI: .ci/fetch-x-spec.sh");
  console.warn(
    "X's specification is not here, its tests are skipped: .ci/fetch-x-spec.sh fetches it",
  );
  return false;
}

export type Specification = {
  readonly paths: Readonly<
    Record<string, { readonly get?: { readonly parameters: readonly Parameter[] } }>
  >;
  readonly components: { readonly parameters: Readonly<Record<string, Parameter>> };
};
type Parameter = {
  readonly name?: string;
  readonly $ref?: string;
  readonly schema?: { readonly items?: { readonly enum: string[] } };
};

export async function xSpecification(): Promise<Specification> {
  const spec: Specification = JSON.parse(await readFile(SPEC, 'utf8'));
  // X documents the field since 2023; the specification is a little older.
  spec.components.parameters.TweetFieldsParameter?.schema?.items?.enum.push('note_tweet');
  return spec;
}

/** Names of the parameters that a path takes. */
export function parametersOf(
  { paths, components }: Specification,
  path: string,
): readonly string[] {
  const parameters = paths[path]?.get?.parameters ?? [];
  return parameters.map(({ name, $ref = '' }) => {
    const shared = components.parameters[$ref.split('/').at(-1) ?? ''];
    return name ?? shared?.name ?? '';
  });
}

export type Prism = { readonly host: string; stop(): Promise<void> };

/** A server that knows X's specification and refuses with 4xx what it does not allow. */
export async function startPrism(): Promise<Prism> {
  const folder = await mkdtemp(join(tmpdir(), 'turfwatch-x-'));
  const file = join(folder, 'x.json');
  await writeFile(file, JSON.stringify(await xSpecification()));
  const port = await freePort();
  const prism = spawn(process.execPath, [PRISM, 'mock', file, '-h', '127.0.0.1', '-p', `${port}`], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  for await (const line of createInterface(prism.stdout)) {
    if (line.includes('is listening')) break;
  }
  // Else the pipe fills up, and it waits for us.
  prism.stdout.resume();
  return {
    host: `127.0.0.1:${port}`,
    async stop() {
      const ended = once(prism, 'exit');
      prism.kill();
      await ended;
      await rm(folder, { recursive: true });
    },
  };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
