import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import dynalite from 'dynalite';
import { createTables } from '../../functions/adapters/dynamodb/create-tables.ts';
import { TABLES, type TableName } from '../../functions/settings/tables.ts';

/** A database for one test file, and tables of its own for each test. */
export type TestDatabase = {
  readonly client: DynamoDBDocumentClient;
  /** A client that shares nothing with `client`. */
  readonly connect: () => DynamoDBDocumentClient;
  /** New, empty tables. @returns their names */
  readonly freshTables: () => Promise<Record<TableName, string>>;
  readonly stop: () => Promise<void>;
};

/** dynalite, in this process and in memory: what the embedded runtime runs on. */
export async function startDynalite(): Promise<TestDatabase> {
  const server: Server = dynalite({ createTableMs: 0, deleteTableMs: 0, updateTableMs: 0 });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return databaseAt(`http://127.0.0.1:${port}`, async () => {
    await new Promise((resolve) => server.close(resolve));
  });
}

/** @param end ends the server */
export function databaseAt(endpoint: string, end: () => Promise<void>): TestDatabase {
  const connect = () =>
    new DynamoDBClient({
      endpoint,
      region: 'eu-central-1',
      credentials: { accessKeyId: 'none', secretAccessKey: 'none' },
    });
  const raw = connect();
  let opened = 0;
  return {
    client: DynamoDBDocumentClient.from(raw),
    connect: () => DynamoDBDocumentClient.from(connect()),
    async freshTables() {
      opened += 1;
      const prefix = `test-${opened}-`;
      await createTables(raw, TABLES, prefix);
      return {
        watches: `${prefix}watches`,
        baselines: `${prefix}baselines`,
        bursts: `${prefix}bursts`,
        posts: `${prefix}posts`,
      };
    },
    async stop() {
      raw.destroy();
      await end();
    },
  };
}
