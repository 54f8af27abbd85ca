import { gunzipSync, inflateRawSync, inflateSync } from 'node:zlib';
import { DynamoDBClient, ScanCommand } from '@aws-sdk/client-dynamodb';
import dynalite from 'dynalite';
import { TABLES } from '../../functions/settings/tables.ts';

/** Every attribute of every item, binary ones also unpacked, as one text. */
export async function databaseText(path: string): Promise<string> {
  const server = dynalite({ path });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve());
  });
  const { port } = server.address() as { port: number };
  const client = new DynamoDBClient({
    region: 'us-east-1',
    endpoint: `http://127.0.0.1:${port}`,
    credentials: { accessKeyId: 'x', secretAccessKey: 'x' },
  });
  const parts: string[] = [];
  for (const table of Object.keys(TABLES)) {
    let ExclusiveStartKey: Record<string, never> | undefined;
    do {
      const page = await client.send(
        new ScanCommand({ TableName: `turfwatch-${table}`, ExclusiveStartKey }),
      );
      for (const item of page.Items ?? []) {
        parts.push(JSON.stringify(item));
        for (const value of Object.values(item)) if (value.B) parts.push(...unpack(value.B));
      }
      ExclusiveStartKey = page.LastEvaluatedKey as typeof ExclusiveStartKey;
    } while (ExclusiveStartKey !== undefined);
  }
  client.destroy();
  await new Promise<void>((resolve) => {
    server.closeAllConnections();
    server.close(() => resolve());
  });
  return parts.join('\n');
}

function unpack(bytes: Uint8Array): string[] {
  const texts = [Buffer.from(bytes).toString('latin1'), Buffer.from(bytes).toString('utf8')];
  for (const inflate of [inflateRawSync, inflateSync, gunzipSync]) {
    try {
      const inner = inflate(bytes);
      texts.push(inner.toString('latin1'), inner.toString('utf8'));
    } catch {
      // Not packed this way.
    }
  }
  return texts;
}
