import {
  CreateTableCommand,
  type CreateTableCommandInput,
  type DynamoDBClient,
  ResourceInUseException,
  waitUntilTableExists,
} from '@aws-sdk/client-dynamodb';

type Key = { readonly name: string; readonly type: 'S' | 'N' | 'B' };
type Keys = { readonly partitionKey: Key; readonly sortKey?: Key };

/** What must be known of a table to make it; settings/tables.ts has ours. */
export type TableShape = Keys & {
  readonly indexes: readonly (Keys & {
    readonly name: string;
    readonly projection: 'ALL' | 'KEYS_ONLY';
  })[];
};

/** In seconds. An embedded table is there in milliseconds. */
const PATIENCE = { maxWaitTime: 60, minDelay: 0.02, maxDelay: 1 };

/**
 * Makes the tables that are not there yet and waits until all can be used. Named `prefix` and the
 * name under which they are given. For the embedded start and tests: in the cloud the stacks make them.
 */
export async function createTables(
  client: DynamoDBClient,
  tables: Readonly<Record<string, TableShape>>,
  prefix: string,
): Promise<void> {
  const creations = Object.entries(tables).map(async ([name, shape]) => {
    const TableName = `${prefix}${name}`;
    await createUnlessThere(client, creationOf(TableName, shape));
    await waitUntilTableExists({ client, ...PATIENCE }, { TableName });
  });
  await Promise.all(creations);
}

async function createUnlessThere(
  client: DynamoDBClient,
  creation: CreateTableCommandInput,
): Promise<void> {
  try {
    await client.send(new CreateTableCommand(creation));
  } catch (error) {
    if (!(error instanceof ResourceInUseException)) throw error;
  }
}

function creationOf(TableName: string, shape: TableShape): CreateTableCommandInput {
  const keys = [shape, ...shape.indexes].flatMap(keysOf);
  const attributes = new Map(keys.map((key) => [key.name, key.type]));
  const indexes = shape.indexes.map((index) => ({
    IndexName: index.name,
    KeySchema: schemaOf(index),
    Projection: { ProjectionType: index.projection },
  }));
  return {
    TableName,
    BillingMode: 'PAY_PER_REQUEST',
    AttributeDefinitions: [...attributes].map(([AttributeName, AttributeType]) => ({
      AttributeName,
      AttributeType,
    })),
    KeySchema: schemaOf(shape),
    ...(indexes.length > 0 && { GlobalSecondaryIndexes: indexes }),
  };
}

function keysOf({ partitionKey, sortKey }: Keys): readonly Key[] {
  return sortKey === undefined ? [partitionKey] : [partitionKey, sortKey];
}

function schemaOf(keys: Keys): CreateTableCommandInput['KeySchema'] {
  return keysOf(keys).map(({ name }, index) => ({
    AttributeName: name,
    KeyType: index === 0 ? 'HASH' : 'RANGE',
  }));
}
